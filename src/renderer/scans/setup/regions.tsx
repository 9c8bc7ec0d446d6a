import { Checkbox, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../data/query.ts';
import { Card } from '../../parts/card.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words.ts';
import { type Draft, scopeOf, setDraft } from './draft.ts';
import classes from './setup.module.css';

/** Which regions are read. The accounts say which they have switched on; no list of ours would hold for long. */
export function Regions({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { regions } = draft;
  return (
    <Card title={t('scans.setup.regions')}>
      <Radio.Group
        aria-label={t('scans.setup.regions')}
        value={regions === null ? 'all' : 'some'}
        onChange={(next) => setDraft({ regions: next === 'all' ? null : [] })}
        className={classes.choices!}
      >
        <Radio
          value="all"
          label={t('scans.setup.allRegions')}
          description={t('scans.setup.allRegionsNote')}
        />
        <Radio value="some" label={t('scans.setup.someRegions')} description={t('scans.setup.regionsHint')} />
      </Radio.Group>
      {regions !== null && <Enabled draft={draft} chosen={regions} />}
    </Card>
  );
}

function Enabled({ draft, chosen }: { draft: Draft; chosen: string[] }) {
  const { t } = useWords();
  const plan = useQuery(ask('aws', 'plan', { scope: scopeOf({ ...draft, regions: null, checks: null }) }));
  if (plan.error) return <Problem error={plan.error.toData()} onRetry={() => void plan.refetch()} />;
  if (!plan.data)
    return (
      <>
        <p className="secondary">{t('scans.setup.looking')}</p>
        <RowsSkeleton rows={4} />
      </>
    );
  const entered = plan.data.accounts.filter(({ refused }) => refused === null);
  const enabled = [...new Set(entered.flatMap(({ regions }) => regions))].sort();
  return (
    <Checkbox.Group
      label={t('scans.setup.someRegions')}
      value={chosen}
      onChange={(next) => setDraft({ regions: next.toSorted() })}
    >
      <div className={classes.columns}>
        {enabled.map((region) => (
          <Checkbox key={region} value={region} label={region} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
