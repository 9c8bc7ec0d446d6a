import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ScanScope } from '../../../shared/model/scan.ts';
import { ask } from '../../data/query.ts';
import { fieldbook } from '../../fieldbook.ts';
import { Card } from '../../parts/card.tsx';
import { Code } from '../../parts/code.tsx';
import { useUnderHome } from '../../parts/path.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useTell } from '../../parts/tell.ts';
import { useWords } from '../../words.ts';
import classes from './setup.module.css';

/** The IAM policy that the scan needs and no more, to be given to whoever makes the role. */
export function Policy({ checks, bill }: Pick<ScanScope, 'checks' | 'bill'>) {
  const { t } = useWords();
  const written = useUnderHome();
  const tell = useTell();
  const { data, error, refetch } = useQuery(ask('aws', 'policy', { checks, bill }));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={2} />;
  const save = async () => {
    const { path } = await fieldbook.desktop.chooseSave({ name: 'fieldbook-policy.json', kind: 'json' });
    if (path === null) return;
    try {
      const { paths } = await fieldbook.aws.savePolicy({ checks, bill, path });
      tell.done(t('scans.setup.policySaved', { path: paths.map(written).join(', ') }));
    } catch (error) {
      tell.failed(error);
    }
  };
  return (
    <Card
      title={t('scans.setup.policy')}
      aside={<Button onClick={() => void save()}>{t('scans.setup.savePolicy')}</Button>}
    >
      <p className="secondary">{t('scans.setup.policyNote', { count: data.policies.length })}</p>
      <details className={classes.policy}>
        <summary>{t('scans.setup.showPolicy')}</summary>
        {data.policies.map((policy, index) => (
          <Code
            key={index}
            text={JSON.stringify(policy, null, 2)}
            label={t('scans.setup.policyName', { n: index + 1 })}
          />
        ))}
      </details>
    </Card>
  );
}
