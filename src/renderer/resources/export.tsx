import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ResourceFilter, ResourceSort } from '../../shared/model/resource-query.ts';
import { runJob } from '../data/jobs.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useUnderHome } from '../parts/path.tsx';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';

/** The resources that are shown, in the order in which they are shown. */
export function ExportButton({ filter, sort }: { filter: ResourceFilter; sort: ResourceSort }) {
  const { t } = useWords();
  const written = useUnderHome();
  const which = useWhich();
  const tell = useTell();
  const save = async () => {
    const { path } = await fieldbook.desktop.chooseSave({ name: 'resources.csv', kind: 'csv' });
    if (path === null) return;
    try {
      const { rows } = await runJob('export', '/resources', (signal) =>
        fieldbook.exchange.export(
          { ...which, what: 'resources', resources: { filter, sort }, format: 'csv', path },
          { signal },
        ),
      );
      tell.done(t('resources.exported', { rows, path: written(path) }));
    } catch (error) {
      tell.failed(error);
    }
  };
  return (
    <Button leftSection={<IconDownload size={14} />} onClick={() => void save()}>
      {t('resources.export')}
    </Button>
  );
}
