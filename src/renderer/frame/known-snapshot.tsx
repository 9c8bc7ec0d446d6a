import { Button } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIsUnknown } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words.ts';
import { pages } from './pages.ts';

/** A page; or, where its address asks for a snapshot that is not in this engagement, that and the way to one that is. */
export function OfKnownSnapshot({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const go = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const page = pages.find((one) => one.path === path);
  const unknown = useIsUnknown();
  if (!unknown || !page || 'apart' in page) return children;
  return (
    <Page title={t(`${page.id}.title`)}>
      <Empty
        what={t('errors.snapshot-unknown.what')}
        next={t('frame.snapshotUnknown')}
        action={
          <Button
            variant="filled"
            onClick={() =>
              void go({
                to: '.',
                search: ((before: object) => ({ ...before, snapshot: undefined })) as never,
              })
            }
          >
            {t('frame.toNewest')}
          </Button>
        }
      />
    </Page>
  );
}
