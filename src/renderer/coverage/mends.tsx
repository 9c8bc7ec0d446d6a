import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FilterToken } from '../../shared/model/finding-query.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Code } from '../parts/code.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './coverage.module.css';

type MendData = Answer<'coverage', 'mends'>['mends'][number];

/** The gaps by what would open them: whom to talk to, what to ask for, and what it would give. */
export function Mends() {
  const { t } = useWords();
  const which = useWhich();
  const mends = useQuery(ask('coverage', 'mends', which));
  if (mends.error) return <Problem error={mends.error.toData()} onRetry={() => void mends.refetch()} />;
  if (!mends.data) return <RowsSkeleton rows={5} />;
  return (
    <Card title={t('coverage.gaps')} note={t('coverage.gapsNote')}>
      {mends.data.mends.length === 0 && <p className="secondary">{t('coverage.noGaps')}</p>}
      {mends.data.mends.map((mend) => (
        <Mend key={mend.mend} data={mend} />
      ))}
    </Card>
  );
}

const SHOWN = 12;

function Mend({ data }: { data: MendData }) {
  const { t } = useWords();
  const which = useWhich();
  const { mend, reads, accounts, missing, checks, messages, policies } = data;
  return (
    <article className={classes.mend} aria-label={t(`coverage.mends.${mend}.what`)}>
      <h3>
        {t(`coverage.mends.${mend}.what`)}{' '}
        <small>
          {t('coverage.reads', { count: reads })} · {t('coverage.checks', { count: checks.length })}
        </small>
      </h3>
      <p>{t(`coverage.mends.${mend}.next`)}</p>
      <div className={classes.parts}>
        <section aria-label={t('coverage.accounts')}>
          <h4>{t('coverage.accounts')}</h4>
          <ul>
            {accounts.map(({ id, name, regions, reads }) => (
              <li key={id}>
                <strong>{name}</strong> <span className="secondary">{id}</span>
                <div className="secondary small">
                  {mend === 'role' || mend === 'account-closed'
                    ? t('coverage.whole')
                    : regions.length > 3
                      ? t('coverage.regions', { count: regions.length })
                      : regions.join(', ')}{' '}
                  · {t('coverage.reads', { count: reads })}
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section aria-label={t('coverage.missing')}>
          <h4>{t('coverage.missing')}</h4>
          <ul>
            {missing.slice(0, SHOWN).map(({ read, permission, reads }) => (
              <li key={`${read} ${permission}`}>
                <code>{read}</code>{' '}
                <span className="secondary small">{t('coverage.reads', { count: reads })}</span>
                {permission !== null && permission !== read && (
                  <div className="secondary small">{t('scans.calls.permission', { permission })}</div>
                )}
              </li>
            ))}
          </ul>
          {missing.length > SHOWN && (
            <p className="secondary small">{t('coverage.more', { count: missing.length - SHOWN })}</p>
          )}
        </section>
      </div>
      {policies.length > 0 && (
        <>
          <h4>{t('coverage.policy')}</h4>
          {policies.map((policy, index) => (
            <Code key={index} text={JSON.stringify(policy, null, 2)} label={t('coverage.policy')} />
          ))}
        </>
      )}
      {mend === 'role' && <RolePolicy />}
      <details className={classes.words}>
        <summary>{t('coverage.words')}</summary>
        <ul lang="en">
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </details>
      {checks.length > 0 && (
        <p>
          <Link to="/findings" search={{ ...which, filter: unknownOf(checks) }}>
            {t('coverage.findings')}
          </Link>
        </p>
      )}
    </article>
  );
}

/** Findings of these checks that are unknown, as the page of findings filters. */
const unknownOf = (checks: string[]): FilterToken[] => [
  { property: 'status', operator: 'is', values: ['unknown'] },
  { property: 'check', operator: 'is', values: checks },
];

/** What the role that is missing must be allowed to do. */
function RolePolicy() {
  const { t } = useWords();
  const { data } = useQuery(ask('aws', 'policy', {}));
  return (
    <details className={classes.words}>
      <summary>{t('coverage.rolePolicy')}</summary>
      {data?.policies.map((policy, index) => (
        <Code key={index} text={JSON.stringify(policy, null, 2)} label={t('coverage.rolePolicy')} />
      ))}
    </details>
  );
}
