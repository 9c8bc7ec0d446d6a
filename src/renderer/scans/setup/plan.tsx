import { Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FieldbookError } from '../../../shared/contract/errors.ts';
import { type Pace, paces } from '../../../shared/model/scan.ts';
import { identify } from '../../data/identity.ts';
import { ask } from '../../data/query.ts';
import type { Answer } from '../../data/types.ts';
import { fieldbook } from '../../fieldbook.ts';
import { Card } from '../../parts/card.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words.ts';
import { type Draft, fresh, scopeOf, setDraft } from './draft.ts';
import { Policy } from './policy.tsx';
import classes from './setup.module.css';

/** What the scan would do, before it does it; then the button that starts it. */
export function Plan({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const go = useNavigate();
  const client = useQueryClient();
  const [pace, setPace] = useState<Pace>('normal');
  const scope = scopeOf(draft);
  const plan = useQuery(ask('aws', 'plan', { scope }));
  const profiles = useQuery(ask('aws', 'profiles', {}));
  const start = useMutation<unknown, FieldbookError>({
    mutationFn: () => fieldbook.scan.begin({ scope, pace }),
    async onSuccess() {
      const first = profiles.data?.profiles.find(({ name }) => name === scope.profiles[0]);
      // One with MFA would ask for a second code just to be named.
      if (first && first.mfaSerial === null) void identify(first.name);
      setDraft(fresh);
      await client.invalidateQueries({ queryKey: ['scan'] });
      void go({ to: '/scans', search: {} });
    },
  });
  if (plan.error) return <Problem error={plan.error.toData()} onRetry={() => void plan.refetch()} />;
  if (!plan.data)
    return (
      <>
        <p className="secondary" role="status">
          {t('scans.setup.planning')}
        </p>
        <RowsSkeleton rows={6} />
      </>
    );
  const able = plan.data.accounts.some(({ refused }) => refused === null);
  return (
    <>
      <Facts plan={plan.data} />
      <Policy checks={scope.checks} bill={scope.bill} />
      {start.error && start.error.code !== 'cancelled' && <Problem error={start.error.toData()} />}
      <div className={classes.foot}>
        <SegmentedControl
          aria-label={t('scans.live.pace')}
          value={pace}
          onChange={(value) => setPace(value as Pace)}
          data={paces.map((value) => ({ value, label: t(`scans.paces.${value}`) }))}
        />
        <Button
          variant="filled"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          disabled={!able}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t('scans.setup.start')}
        </Button>
        <span className="secondary" role="status">
          {able ? t(`scans.paceNotes.${pace}`) : t('scans.setup.noAccount')}
        </span>
      </div>
    </>
  );
}

function Facts({ plan }: { plan: Answer<'aws', 'plan'> }) {
  const { t } = useWords();
  const { accounts, reads, calls, estimate, paid } = plan;
  const entered = accounts.filter(({ refused }) => refused === null);
  const refused = accounts.filter((account) => account.refused !== null);
  const listings = reads.filter(({ kind }) => kind === 'listing').length;
  const last = estimate.basis === 'last-scan';
  const time =
    estimate.seconds < 90
      ? t('scans.setup.seconds', { count: Math.max(1, estimate.seconds) })
      : t('scans.setup.minutes', { count: Math.ceil(estimate.seconds / 60) });
  const facts: [string, string][] = [
    [
      t('scans.setup.accountsEntered'),
      t('scans.setup.entered', { entered: entered.length, all: accounts.length }),
    ],
    [t('scans.setup.kinds'), t('scans.setup.kindsValue', { listings, facets: reads.length - listings })],
    [
      t('scans.setup.calls'),
      last ? t('scans.setup.callsLast', { calls: estimate.calls }) : t('scans.setup.callsFirst', { calls }),
    ],
    [t('scans.setup.time'), t(last ? 'scans.setup.timeLast' : 'scans.setup.timeFirst', { time })],
    [
      t('scans.setup.paid'),
      paid.length === 0
        ? t('scans.setup.noPaid')
        : paid.map((one) => t('scans.setup.paidValue', one)).join(', '),
    ],
    [t('scans.setup.changes'), t('scans.setup.noChanges')],
  ];
  return (
    <Card title={t('scans.setup.willRead')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes.accounts}>
        <tbody>
          {[...entered, ...refused].map((account) => (
            <tr key={account.id}>
              <th scope="row">
                {account.name} <span className="secondary">{account.id}</span>
              </th>
              <td className="secondary">
                {account.refused === null ? (
                  <>
                    {t('scans.setup.regionCount', { count: account.regions.length })}
                    {account.regionsOff.length > 0 &&
                      ` · ${t('scans.setup.off', { regions: account.regionsOff.join(', ') })}`}
                  </>
                ) : (
                  <>
                    <span className="status-unknown">{t('scans.setup.notEntered')}</span> {account.refused}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
