import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { runJob } from '../data/jobs.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useUnderHome } from '../parts/path.tsx';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';

/** The gaps, or each try of each call, as a table for the client's own files. */
export function Export({ judged }: { judged: boolean }) {
  const { t } = useWords();
  const written = useUnderHome();
  const which = useWhich();
  const tell = useTell();
  const save = async (what: 'coverage' | 'calls') => {
    const { path } = await fieldbook.desktop.chooseSave({ name: `${what}.csv`, kind: 'csv' });
    if (path === null) return;
    try {
      const { rows } = await runJob('export', '/coverage', (signal) =>
        fieldbook.exchange.export({ ...which, what, format: 'csv', path }, { signal }),
      );
      tell.done(t('coverage.exported', { count: rows, path: written(path) }));
    } catch (error) {
      tell.failed(error);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button disabled={!judged} leftSection={<IconDownload size={14} aria-hidden />}>
          {t('coverage.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('coverage')}>{t('coverage.exportCoverage')}</Menu.Item>
        <Menu.Item onClick={() => void save('calls')}>{t('coverage.exportCalls')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
