import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../data/query.ts';
import type { Answer } from '../../data/types.ts';
import { Card } from '../../parts/card.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words.ts';
import { type Draft, setDraft } from './draft.ts';
import classes from './setup.module.css';

type Check = Answer<'checks', 'list'>['checks'][number];

/** Which checks are scanned for, by the service of what they judge. */
export function Checks({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('checks', 'list', {}));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={8} />;
  const ids = data.checks.map(({ id }) => id);
  const chosen = new Set(draft.checks ?? ids);
  const set = (next: ReadonlySet<string>) =>
    setDraft({ checks: next.size === ids.length ? null : ids.filter((id) => next.has(id)) });
  const toggle = (some: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of some)
      if (on) next.add(id);
      else next.delete(id);
    set(next);
  };
  const services = [...new Set(data.checks.map(serviceOf))]
    .sort()
    .map((service) => ({ service, checks: data.checks.filter((one) => serviceOf(one) === service) }));
  return (
    <Card
      title={t('scans.setup.checks')}
      note={
        draft.checks === null
          ? t('scans.setup.allChecks', { all: ids.length })
          : t('scans.setup.chosenChecks', { count: chosen.size })
      }
    >
      <p className="secondary">{t('scans.setup.checksNote')}</p>
      <Checkbox
        mt={12}
        label={<strong>{t('scans.setup.allChecks', { all: ids.length })}</strong>}
        checked={chosen.size === ids.length}
        indeterminate={chosen.size > 0 && chosen.size < ids.length}
        onChange={({ currentTarget }) => toggle(ids, currentTarget.checked)}
      />
      <ul className={classes.services}>
        {services.map(({ service, checks }) => (
          <li key={service}>
            <Service
              name={service === '' ? t('scans.setup.account') : service}
              checks={checks}
              chosen={chosen}
              toggle={toggle}
            />
          </li>
        ))}
      </ul>
      <Checkbox
        mt={16}
        label={t('scans.setup.bill')}
        description={t('scans.setup.billNote')}
        checked={draft.bill}
        onChange={({ currentTarget }) => setDraft({ bill: currentTarget.checked })}
      />
    </Card>
  );
}

/** `EC2` of `AWS::EC2::Volume`; of the account itself an empty one. */
const serviceOf = ({ resourceTypes }: Check): string =>
  (resourceTypes[0]?.split('::')[1] ?? '').replace('ElasticLoadBalancingV2', 'ELB');

interface Props {
  name: string;
  checks: Check[];
  chosen: ReadonlySet<string>;
  toggle: (ids: readonly string[], on: boolean) => void;
}

function Service({ name, checks, chosen, toggle }: Props) {
  const { t } = useWords();
  const ids = checks.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <>
      <Checkbox
        label={
          <>
            {name}{' '}
            <span className="secondary">{t('scans.setup.of', { chosen: count, all: ids.length })}</span>
          </>
        }
        checked={count === ids.length}
        indeterminate={count > 0 && count < ids.length}
        onChange={({ currentTarget }) => toggle(ids, currentTarget.checked)}
      />
      <details className={classes.checks}>
        <summary>{t('scans.setup.showChecks', { service: name })}</summary>
        {checks.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={chosen.has(id)}
            onChange={({ currentTarget }) => toggle([id], currentTarget.checked)}
          />
        ))}
      </details>
    </>
  );
}
