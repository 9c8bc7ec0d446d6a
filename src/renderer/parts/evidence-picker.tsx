import { Button, Menu } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { ask } from '../data/query.ts';
import type { useAddEvidence } from '../evidence/use-add.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';
import classes from './evidence-list.module.css';
import { FileButton } from './file-button.tsx';
import { tell, tellProblem } from './notify.tsx';

interface Props {
  link: EvidenceLink;
  add: ReturnType<typeof useAddEvidence>;
  /** Whoever opened it by keyboard goes on in it. */
  focused: boolean;
}

/** Attaches evidence: a new file, a picture from the clipboard, or a piece that is here already. */
export function EvidencePicker({ link, add, focused }: Props) {
  const { t } = useWords();
  const { data } = useQuery(ask('evidence', 'page', { limit: 100 }));
  const others = (data?.pieces ?? []).filter(
    ({ links }) => !links.some((one) => one.kind === link.kind && one.id === link.id),
  );
  const attach = async (piece: { id: string; title: string }) => {
    try {
      const { step } = await fieldbook.evidence.link({ id: piece.id, link });
      tell(t('evidence.list.linked', { title: piece.title }), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <div className={classes.picker}>
      <FileButton multiple onChange={(files) => void add.files(files)}>
        {(props) => (
          <Button {...props} autoFocus={focused} loading={add.busy} leftSection={<IconPaperclip size={14} />}>
            {t('evidence.list.add')}
          </Button>
        )}
      </FileButton>
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button>{t('evidence.list.attach')}</Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu!}>
            <Menu.Label>{t('evidence.list.choose')}</Menu.Label>
            {others.map((piece) => (
              <Menu.Item key={piece.id} onClick={() => void attach(piece)}>
                {piece.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className="secondary small">{t('evidence.list.paste')}</span>
    </div>
  );
}
