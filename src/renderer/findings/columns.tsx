import { useMemo } from 'react';
import type { Answer } from '../data/types.ts';
import { DecisionMark } from '../decisions/mark.tsx';
import type { GridColumn } from '../parts/grid-columns.ts';
import { SeverityName } from '../parts/severity.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import classes from './findings.module.css';
import { Amount } from './money.tsx';

export type FindingsRow = Answer<'findings', 'grouped'>['rows'][number];
export type FindingRow = Extract<FindingsRow, { kind: 'finding' }>;

/**
 * Columns of the grid of findings.
 * @param oneStatus all that can match have the same one
 */
export function useFindingColumns(
  accountName: (id: string) => string,
  oneStatus: boolean,
): GridColumn<FindingsRow>[] {
  const { t } = useWords();
  return useMemo(() => {
    const column = (
      id: keyof typeof sorts | 'reference' | 'reason' | 'checkId' | 'effort',
      size: number,
      cell: (finding: FindingRow) => React.ReactNode,
      more: Partial<GridColumn<FindingsRow>> = {},
    ): GridColumn<FindingsRow> => ({
      id,
      name: t(`findings.columns.${id}`),
      size,
      cell: (row) => (row.kind === 'finding' ? cell(row) : null),
      ...(id in sorts && { sort: sorts[id as keyof typeof sorts] }),
      ...more,
    });
    return [
      column('severity', 104, ({ severity }) => <SeverityName severity={severity} />, {
        pinned: true,
        largestFirst: true,
      }),
      column('check', 250, ({ title }) => <span className="strong">{title}</span>, { grow: 3 }),
      column('resource', 152, ({ resource }) => <code>{resource.name || resource.arn}</code>, { grow: 1 }),
      column('account', 146, ({ resource }) => (
        <span className="secondary">{accountName(resource.account)}</span>
      )),
      column('status', 98, ({ status }) => <StatusName status={status} />, { redundant: oneStatus }),
      column('decision', 124, ({ decision }) => <DecisionMark decision={decision} />),
      column('saving', 110, ({ saving }) => <Amount saving={saving} />, {
        align: 'end',
        largestFirst: true,
      }),
      column('region', 114, ({ resource }) => <span className="secondary">{resource.region}</span>, {
        optional: true,
      }),
      column('aspect', 150, ({ aspect }) => t(`aspectNames.${aspect}`), { optional: true }),
      column('type', 190, ({ resource }) => <span className="secondary">{resource.type}</span>, {
        optional: true,
      }),
      column('reason', 320, ({ reason }) => <span className="secondary">{reason}</span>, { optional: true }),
      column('checkId', 190, ({ check }) => <code>{check}</code>, { optional: true }),
      column('reference', 130, ({ ref }) => <code className={classes.reference}>{ref}</code>, {
        optional: true,
      }),
      column('effort', 70, ({ saving }) => saving?.effort ?? '–', { optional: true }),
    ];
  }, [t, accountName, oneStatus]);
}

const sorts = {
  severity: 'severity',
  check: 'check',
  resource: 'resource',
  account: 'account',
  region: 'region',
  status: 'status',
  decision: 'decision',
  saving: 'saving',
  aspect: 'aspect',
  type: 'type',
} as const;
