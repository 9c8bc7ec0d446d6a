import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ResourceFilter, ResourceSort } from '../../shared/model/resource-query.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useSaveAs } from '../parts/save-as.ts';
import { useWords } from '../words.ts';

/** The resources that are shown, in the order in which they are shown. */
export function ExportButton({ filter, sort }: { filter: ResourceFilter; sort: ResourceSort }) {
  const { t } = useWords();
  const which = useWhich();
  const saveAs = useSaveAs();
  const save = () =>
    saveAs({
      name: 'resources.csv',
      kind: 'csv',
      page: '/resources',
      write: (path, signal) =>
        fieldbook.exchange.export(
          { ...which, what: 'resources', resources: { filter, sort }, format: 'csv', path },
          { signal },
        ),
      said: (path, { rows }) => t('resources.exported', { rows, path }),
    });
  return (
    <Button leftSection={<IconDownload size={14} />} onClick={() => void save()}>
      {t('resources.export')}
    </Button>
  );
}
