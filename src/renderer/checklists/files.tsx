import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconUpload } from '@tabler/icons-react';
import { templateFormats } from '../../shared/contract/checklists.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { FileButton } from '../parts/file-button.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { useWords } from '../words.ts';
import type { Edited } from './editor/editor.tsx';

type Format = (typeof templateFormats)[number];
const endings = { 'custom-lens': 'json', yaml: 'yaml', xlsx: 'xlsx' } as const;

interface MenuProps {
  template: Answer<'checklists', 'templates'>['templates'][number];
  readonly: boolean;
  onEdit: (edited: Edited) => void;
}

/** What can be done with a template besides using it. */
export function TemplateMenu({ template: { id, title, own }, readonly, onEdit }: MenuProps) {
  const { t } = useWords();
  const saveAs = useSaveAs();
  const write = (format: Format) =>
    saveAs({
      name: `${id}.${endings[format]}`,
      kind: endings[format],
      write: (path) => fieldbook.checklists.exportTemplate({ id, format, path }),
      said: (path, { warnings }) =>
        [t('checklists.templates.exported', { path }), ...warnings.slice(0, 3)].join(' '),
    });
  const remove = () =>
    fieldbook.checklists
      .removeTemplate({ id })
      .then(
        ({ step }) => tell(t('checklists.templates.removed'), () => fieldbook.history.undo({ step })),
        tellProblem,
      );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${title}: ${t('checklists.views.templates')}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readonly && (
          <Menu.Item onClick={() => onEdit({ of: id, copy: !own })}>
            {t(own ? 'checklists.templates.edit' : 'checklists.templates.copy')}
          </Menu.Item>
        )}
        <Menu.Label>{t('checklists.templates.export')}</Menu.Label>
        {templateFormats.map((format) => (
          <Menu.Item key={format} onClick={() => void write(format)}>
            {t(`checklists.templates.formats.${format}`)}
          </Menu.Item>
        ))}
        {own && !readonly && (
          <Menu.Item onClick={() => void remove()}>{t('checklists.templates.remove')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Reads a template from a file of any of the kinds. */
export function ImportButton() {
  const { t } = useWords();
  const read = async (file: File) => {
    const ending = file.name.split('.').at(-1)?.toLowerCase();
    const format = ending === 'xlsx' ? 'xlsx' : ending === 'json' ? 'custom-lens' : 'yaml';
    const { templates } = await fieldbook.checklists.templates({});
    const done = await fieldbook.checklists.importTemplate({
      name: file.name,
      content: await base64Of(file),
      format,
    });
    const replaced = templates.some(({ id }) => id === done.id);
    const said = [
      t('checklists.templates.imported', { count: done.items }),
      ...(replaced ? [t('checklists.templates.replaced', { id: done.id })] : []),
      ...done.warnings.slice(0, 4),
    ];
    tell(said.join(' '), () => fieldbook.history.undo({ step: done.step }));
  };
  return (
    <FileButton
      accept=".json,.yaml,.yml,.xlsx"
      onChange={(file) => file && void read(file).catch(tellProblem)}
    >
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={14} />}>
          {t('checklists.templates.import')}
        </Button>
      )}
    </FileButton>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
