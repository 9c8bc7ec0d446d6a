import { ActionIcon, Button, Kbd } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ClipboardEvent, useId, useRef, useState } from 'react';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { ExpiryMark } from '../evidence/expiry.tsx';
import { Thumbnail } from '../evidence/thumbnail.tsx';
import { useUnlink } from '../evidence/unlink.ts';
import { useAddEvidence } from '../evidence/use-add.ts';
import { useWords } from '../words.ts';
import classes from './evidence-list.module.css';
import { EvidencePicker } from './evidence-picker.tsx';

interface Props {
  link: EvidenceLink;
  /** Where evidence is seldom: one button as long as there is none. */
  quiet?: boolean;
  /** The key that leads here, where there is one. */
  hotkey?: string;
}

/** Evidence of one thing: what is attached to it, and ways to attach more, wherever the thing is shown. */
export function EvidenceList({ link, quiet = false, hotkey }: Props) {
  const { t } = useWords();
  const id = useId();
  const { readonly } = useSession().engagement;
  const { data } = useQuery(ask('evidence', 'page', { filter: { link }, limit: 50 }));
  const [opened, open] = useState(false);
  const place = useRef<HTMLElement>(null);
  const add = useAddEvidence([link]);
  const unlink = useUnlink();
  const pieces = data?.pieces ?? [];
  const paste = (event: ClipboardEvent) => {
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
    if (pictures.length === 0) return;
    event.preventDefault();
    for (const picture of pictures) void add.picture(picture);
  };
  if (quiet && pieces.length === 0 && !opened)
    return readonly ? null : <Opener hotkey={hotkey} onOpen={() => open(true)} />;
  return (
    <section
      ref={place}
      aria-labelledby={id}
      className={classes.list}
      aria-busy={!data}
      data-key="evidence"
      tabIndex={-1}
      onPaste={readonly ? undefined : paste}
    >
      <h3 id={id}>{t('evidence.list.title')}</h3>
      {data && pieces.length === 0 && <p className="secondary small">{t('evidence.list.none')}</p>}
      <ul className={classes.pieces}>
        {pieces.map((piece) => (
          <li key={piece.id} className={classes.row}>
            <Link to="/evidence" search={{ piece: piece.id } as never} className={classes.piece}>
              <Thumbnail key={piece.copy?.sha256 ?? piece.original.sha256} piece={piece} />
              <span className={classes.words}>
                <span>{piece.title}</span>
                <span className="secondary small">{t(`evidence.kinds.${piece.kind}`)}</span>
                <ExpiryMark piece={piece} />
              </span>
            </Link>
            {!readonly && (
              <ActionIcon
                aria-label={t('evidence.list.detach', { title: piece.title })}
                onClick={() => {
                  open(true);
                  // The button goes; whoever works by keyboard stays where it was.
                  place.current?.focus();
                  void unlink(piece.id, link);
                }}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readonly && <EvidencePicker link={link} add={add} focused={opened} />}
    </section>
  );
}

/** The one line that stands for a list without pieces. */
function Opener({ hotkey, onOpen }: { hotkey: string | undefined; onOpen: () => void }) {
  const { t } = useWords();
  return (
    <div>
      <Button
        data-key="evidence"
        leftSection={hotkey ? <Kbd size="xs">{hotkey}</Kbd> : <IconPaperclip size={14} />}
        onClick={onOpen}
      >
        {t('evidence.list.start')}
      </Button>
    </div>
  );
}
