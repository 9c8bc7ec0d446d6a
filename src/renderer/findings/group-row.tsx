import type { Aspect } from '../../shared/model/aspect.ts';
import type { Severity } from '../../shared/model/finding.ts';
import { formatMoney } from '../../shared/model/money.ts';
import { AspectIcon } from '../parts/aspect.tsx';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import type { FindingsRow } from './columns.tsx';
import classes from './findings.module.css';

type Group = Extract<FindingsRow, { kind: 'group' }>;

/** What a group is of, how many findings it has, and what they would save. */
export function GroupRow({ row }: { row: Group }) {
  const { t, locale } = useWords();
  return (
    <>
      {row.by === 'aspect' && row.value !== '' && <AspectIcon aspect={row.value as Aspect} />}
      {row.by === 'severity' && (
        <span className={row.value}>
          <SeverityMark severity={row.value as Severity} />
        </span>
      )}
      <span className={classes.groupName}>{row.label}</span>
      {row.detail && <span className={classes.groupDetail}>{row.detail}</span>}
      <span className={classes.groupCount}>{t('findings.count', { count: row.count })}</span>
      <span className={classes.groupMoney}>
        {row.counted > 0 && t('findings.monthly', { amount: formatMoney(row.counted, 'USD', locale) })}
      </span>
    </>
  );
}
