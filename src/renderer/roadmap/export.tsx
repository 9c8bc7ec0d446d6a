import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { runJob } from '../data/jobs.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useUnderHome } from '../parts/path.tsx';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';

const formats = { xlsx: 'xlsx', csv: 'csv', jira: 'csv', github: 'jsonl', ics: 'ics' } as const;
type Format = keyof typeof formats;

/** Writes the adopted recommendations into a file that a person chooses, as a job. */
export function ExportMenu({ disabled }: { disabled: boolean }) {
  const { t } = useWords();
  const written = useUnderHome();
  const which = useWhich();
  const tell = useTell();
  const write = async (format: Format) => {
    const kind = formats[format];
    const name = `${t('roadmap.export.file')}${format === 'jira' ? '-jira' : ''}.${kind}`;
    const { path } = await fieldbook.desktop.chooseSave({ name, kind });
    if (path === null) return;
    try {
      const { rows } = await runJob('export', '/roadmap', (signal) =>
        fieldbook.roadmap.export({ ...which, format, path }, { signal }),
      );
      tell.done(t('roadmap.export.done', { count: rows, path: written(path) }));
    } catch (error) {
      tell.failed(error);
    }
  };
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
