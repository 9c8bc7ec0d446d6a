import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { FindingChoice, FindingSort } from '../../shared/model/finding-query.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useSaveAs } from '../parts/save-as.ts';
import { useWords } from '../words.ts';

type Choice = Partial<FindingChoice>;

/** Writes findings into a file that a person chooses, as a job. */
export function useExport() {
  const { t } = useWords();
  const which = useWhich();
  const saveAs = useSaveAs();
  return (choice: Choice, sort: FindingSort, format: 'csv' | 'json') =>
    saveAs({
      name: `${t('findings.export.file')}.${format}`,
      kind: format,
      page: '/findings',
      write: (path, signal) =>
        fieldbook.exchange.export(
          { ...which, what: 'findings', findings: { choice, sort }, format, path },
          { signal },
        ),
      said: (path, { rows }) => t('findings.export.done', { count: rows, path }),
    });
}

export function ExportMenu({ choice, sort }: { choice: Choice; sort: FindingSort }) {
  const { t } = useWords();
  const write = useExport();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} />}>{t('findings.export.label')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'json'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => void write(choice, sort, format)}>
            {t(`findings.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
