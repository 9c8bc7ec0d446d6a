import { IconLink } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { dayInWords } from '../parts/day.ts';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';
import { ExpiryMark } from './expiry.tsx';
import { type Piece, Thumbnail } from './thumbnail.tsx';

interface Props {
  pieces: readonly Piece[];
  /** Id of the piece whose panel is open. */
  open: string | undefined;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Pieces as a wall of small pictures; arrows go from one to the next. */
export function Pieces({ pieces, open, onOpen, onClose }: Props) {
  const { t, locale } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    const buttons = [...list.current!.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const row = buttons.filter(({ offsetTop }) => offsetTop === buttons[0]!.offsetTop).length;
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + row,
      ArrowUp: at - row,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, to))]!.focus();
  };
  return (
    <ul ref={list} className={classes.wall} aria-label={t('evidence.title')}>
      {pieces.map((piece) => (
        <li key={piece.id}>
          <button
            type="button"
            className={classes.piece}
            aria-pressed={piece.id === open}
            onClick={() => onOpen(piece.id)}
            onKeyDown={keys}
          >
            <Thumbnail piece={piece} />
            <span className={classes.title}>{piece.title}</span>
            <span className={classes.facts}>
              {t(`evidence.kinds.${piece.kind}`)} · {dayInWords(piece.addedAt.slice(0, 10), locale)}
            </span>
            <span className={classes.marks}>
              <span className={classes.linkCount}>
                <IconLink size={13} aria-hidden /> {t('evidence.linkCount', { count: piece.links.length })}
              </span>
              <ExpiryMark piece={piece} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
