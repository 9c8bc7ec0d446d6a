import type { Answer } from '../data/types.ts';
import { useWords } from '../words.ts';
import classes from './decisions.module.css';

export type ShortDecision = NonNullable<Answer<'findings', 'page'>['findings'][number]['decision']>;

/** What was decided, in a word, with a shape of its own: a closed one is struck, an expired one dashed. */
export function DecisionMark({ decision }: { decision: Pick<ShortDecision, 'state'> | null }) {
  const { t } = useWords();
  if (!decision) return <span className="secondary">–</span>;
  return (
    <span className={`${classes.mark} ${classes[decision.state] ?? ''}`}>
      {t(`decisionStates.${decision.state}`)}
    </span>
  );
}

/** Until when it holds, or since when it does not. */
export function useTerm() {
  const { t, locale } = useWords();
  const day = (date: string) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return ({ state, expires }: Pick<ShortDecision, 'state' | 'expires'>): string =>
    expires === null
      ? t('decisions.forever')
      : t(state === 'expired' ? 'decisions.since' : 'decisions.until', { date: day(expires) });
}
