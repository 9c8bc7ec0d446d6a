import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words.ts';

/** What an address leads to of which there is no page: a link that was cut off, or of another version. */
export function UnknownPage() {
  const { t } = useWords();
  const go = useNavigate();
  return (
    <Page title={t('frame.pageUnknown.title')}>
      <Empty
        what={t('frame.pageUnknown.what')}
        next={t('frame.pageUnknown.next')}
        action={
          <Button variant="filled" onClick={() => void go({ to: '/' })}>
            {t('frame.pageUnknown.toOverview')}
          </Button>
        }
      />
    </Page>
  );
}
