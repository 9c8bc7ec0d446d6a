import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';

type Finding = Answer<'inventory', 'findings'>['findings'][number];

/** What the inventory's checks say, by check: what fails, and what nobody has said yet. */
export function InventoryFindings({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('inventory', 'findings', {}));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  const open = data.findings.filter(({ status }) => status !== 'pass');
  if (open.length === 0) return <Empty what={t('inventory.findings.none')} />;
  const failing = (check: string) => open.filter((one) => one.check === check && one.status === 'fail');
  const checks = [...new Set(open.map(({ check }) => check))].sort(
    (a, b) => failing(b).length - failing(a).length,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.scroll} tabIndex={0} aria-label={t('inventory.views.findings')}>
      {checks.map((check) => (
        <Check key={check} findings={open.filter((one) => one.check === check)} onOpen={onOpen} />
      ))}
    </section>
  );
}

function Check({ findings, onOpen }: { findings: Finding[]; onOpen: (id: string) => void }) {
  const { t } = useWords();
  const fail = findings.filter(({ status }) => status === 'fail');
  const unknown = findings.filter(({ status }) => status === 'unknown');
  const counts = [
    ...(fail.length > 0 ? [t('inventory.findings.fail', { count: fail.length })] : []),
    ...(unknown.length > 0 ? [t('inventory.findings.unknown', { count: unknown.length })] : []),
  ].join(' · ');
  return (
    <Card title={findings[0]!.title} note={counts}>
      <ul className={classes.verdicts}>
        {[...fail, ...unknown].map(({ system, name, status, reason }) => (
          <li key={system}>
            <StatusName status={status} />
            <div>
              <button type="button" className={classes.link} onClick={() => onOpen(system)}>
                {name}
              </button>{' '}
              <span className="secondary">{reason}</span>
            </div>
          </li>
        ))}
      </ul>
      {fail.length > 0 && (
        <p className={classes.step}>
          <strong>{t('inventory.steps')}:</strong> {findings[0]!.step}
        </p>
      )}
    </Card>
  );
}
