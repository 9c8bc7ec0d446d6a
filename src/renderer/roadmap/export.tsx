import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useSaveAs } from '../parts/save-as.ts';
import { useWords } from '../words.ts';

const formats = { xlsx: 'xlsx', csv: 'csv', jira: 'csv', github: 'jsonl', ics: 'ics' } as const;
type Format = keyof typeof formats;

/** Writes the adopted recommendations into a file that a person chooses, as a job. */
export function ExportMenu({ disabled }: { disabled: boolean }) {
  const { t } = useWords();
  const which = useWhich();
  const saveAs = useSaveAs();
  const write = (format: Format) =>
    saveAs({
      name: `${t('roadmap.export.file')}${format === 'jira' ? '-jira' : ''}.${formats[format]}`,
      kind: formats[format],
      page: '/roadmap',
      write: (path, signal) => fieldbook.roadmap.export({ ...which, format, path }, { signal }),
      said: (path, { rows }) => t('roadmap.export.done', { count: rows, path }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} />} disabled={disabled}>
          {t('roadmap.export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(formats) as Format[]).map((format) => (
          <Menu.Item key={format} onClick={() => void write(format)}>
            {t(`roadmap.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
