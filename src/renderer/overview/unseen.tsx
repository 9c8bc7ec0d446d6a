import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { GapData, SnapshotData } from '../data/types.ts';
import { useWords } from '../words.ts';

const SHOWN = 6;

/** What was planned and not read, and what would mend it. Never a colour of good or bad. */
export function Unseen({ snapshot, gaps }: { snapshot: SnapshotData; gaps: GapData[] }) {
  const { t } = useWords();
  const title = useId();
  const refused = snapshot.accounts.filter((account) => account.refused !== null);
  const entered = gaps.filter((gap) => !refused.some((account) => account.id === gap.account));
  return (
    <section className="card unseen" aria-labelledby={title}>
      <h2 id={title}>{t('unseen.title')}</h2>
      {refused.length + entered.length === 0 && <p className="secondary">{t('unseen.none')}</p>}
      <ul>
        {refused.map((account) => (
          <li key={account.id}>
            <div>
              <strong>{account.name || account.id}</strong> {t('unseen.refused')}
            </div>
            <div className="secondary" lang="en">
              {account.refused}
            </div>
          </li>
        ))}
        {entered.slice(0, SHOWN).map((gap) => (
          <li key={`${gap.account} ${gap.read} ${gap.outcome} ${gap.permission}`}>
            <div>
              <strong>{gap.accountName || gap.account}</strong> <code>{gap.read}</code>{' '}
              {t(`outcomes.${gap.outcome}`)}
            </div>
            <div className="secondary">
              {t('unseen.reads', { count: gap.reads })} · {t('unseen.checks', { count: gap.checks.length })}
              {gap.permission && gap.permission !== gap.read && (
                <>
                  {' '}
                  · {t('unseen.permission')} <code>{gap.permission}</code>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Link to="/coverage" className="more">
        {entered.length > SHOWN ? t('unseen.more', { count: entered.length - SHOWN }) : t('unseen.coverage')}
      </Link>
    </section>
  );
}
