import { useWords } from '../words.ts';

interface Props {
  now: number | null;
  before: number | null;
  better: 'more' | 'less';
  /** How a difference is written; left out, as a whole number. */
  write?: (difference: number) => string;
}

/** What has changed, with its sign: said by the sign and, to those who see it, by colour. Nothing when it cannot be said. */
export function Trend({ now, before, better, write }: Props) {
  const { number } = useWords();
  if (now === null || before === null) return <span className="trend">–</span>;
  const difference = write ? now - before : Math.round(now) - Math.round(before);
  const size = (write ?? number)(Math.abs(difference));
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  const good = difference === 0 ? '' : difference > 0 === (better === 'more') ? ' better' : ' worse';
  return (
    <span className={`trend${good}`}>
      {sign}
      {size}
    </span>
  );
}
