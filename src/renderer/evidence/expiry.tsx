import { IconClockExclamation, IconClockX } from '@tabler/icons-react';
import { dayInWords } from '../parts/day.ts';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';
import type { Piece } from './thumbnail.tsx';

/** Until when a piece is good, marked by shape and colour when that is over or soon. */
export function ExpiryMark({ piece: { expiry, expiresOn } }: { piece: Pick<Piece, 'expiry' | 'expiresOn'> }) {
  const { t, locale } = useWords();
  if (expiresOn === null || expiry === 'none') return null;
  const Icon = expiry === 'expired' ? IconClockX : IconClockExclamation;
  return (
    <span className={`${classes.expiry} ${classes[expiry]}`}>
      {expiry !== 'valid' && <Icon size={14} aria-hidden />}
      {t(`evidence.until.${expiry}`, { day: dayInWords(expiresOn, locale) })}
    </span>
  );
}
