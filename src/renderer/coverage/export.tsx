import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useSaveAs } from '../parts/save-as.ts';
import { useWords } from '../words.ts';

/** The gaps, or each try of each call, as a table for the client's own files. */
export function Export({ judged }: { judged: boolean }) {
  const { t } = useWords();
  const which = useWhich();
  const saveAs = useSaveAs();
  const save = (what: 'coverage' | 'calls') =>
    saveAs({
      name: `${what}.csv`,
      kind: 'csv',
      page: '/coverage',
      write: (path, signal) => fieldbook.exchange.export({ ...which, what, format: 'csv', path }, { signal }),
      said: (path, { rows }) => t('coverage.exported', { count: rows, path }),
    });
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
