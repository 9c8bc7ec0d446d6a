import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { FindingChoice, FindingSort } from '../../shared/model/finding-query.ts';
import { runJob } from '../data/jobs.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useUnderHome } from '../parts/path.tsx';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';

type Choice = Partial<FindingChoice>;

/** Writes findings into a file that a person chooses, as a job. */
export function useExport() {
  const { t } = useWords();
  const written = useUnderHome();
  const which = useWhich();
  const tell = useTell();
  return async (choice: Choice, sort: FindingSort, format: 'csv' | 'json') => {
    const { path } = await fieldbook.desktop.chooseSave({
      name: `${t('findings.export.file')}.${format}`,
      kind: format,
    });
    if (path === null) return;
    try {
      const { rows } = await runJob('export', '/findings', (signal) =>
        fieldbook.exchange.export(
          { ...which, what: 'findings', findings: { choice, sort }, format, path },
          { signal },
        ),
      );
      tell.done(t('findings.export.done', { count: rows, path: written(path) }));
    } catch (error) {
      tell.failed(error);
    }
  };
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
