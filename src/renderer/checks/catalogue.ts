import { efforts } from '../../shared/model/effort.ts';
import { severities } from '../../shared/model/finding.ts';
import type { Answer } from '../data/types.ts';
import type { ChecksSearch } from './search.ts';

export type CheckData = Answer<'checks', 'list'>['checks'][number];

/** A check with how many resources fail it now; null where nothing was judged by it. */
export interface CheckRow extends CheckData {
  fails: number | null;
  services: string;
  state: 'on' | 'off' | 'tuned';
}

/** `AWS::EC2::Volume` is of EC2; a thing of the account itself is of none. */
const serviceOf = (type: string): string => type.split('::')[1] || '';

export const isTuned = ({ severity, ownSeverity, parameters }: CheckData): boolean =>
  severity !== ownSeverity || parameters.some((one) => one.value !== one.default);

export function rowsOf(checks: readonly CheckData[], fails: ReadonlyMap<string, number>): CheckRow[] {
  return checks.map((check) => ({
    ...check,
    fails: check.off === null ? (fails.get(check.id) ?? null) : null,
    services: [...new Set(check.resourceTypes.map(serviceOf))].filter(Boolean).join(', ') || 'Account',
    state: check.off !== null ? 'off' : isTuned(check) ? 'tuned' : 'on',
  }));
}

/** The checks that were asked for, in order. */
export function look(rows: readonly CheckRow[], { text, aspect, show, sort }: ChecksSearch): CheckRow[] {
  const wanted = text?.trim().toLocaleLowerCase() ?? '';
  const has = ({ id, title, services, references }: CheckRow) =>
    [id, title, services, ...references].some((part) => part.toLocaleLowerCase().includes(wanted));
  const { by, direction } = sort ?? { by: 'severity', direction: 'desc' };
  return rows
    .filter(
      (row) =>
        has(row) &&
        (!aspect || row.aspect === aspect) &&
        (!show || (show === 'failing' ? (row.fails ?? 0) > 0 : row.state === show)),
    )
    .sort((a, b) => order(a, b, by) * (direction === 'asc' ? 1 : -1) || (b.fails ?? 0) - (a.fails ?? 0));
}

function order(a: CheckRow, b: CheckRow, by: NonNullable<ChecksSearch['sort']>['by']): number {
  switch (by) {
    case 'fails':
      return (a.fails ?? -1) - (b.fails ?? -1);
    case 'severity':
      return severities.indexOf(b.severity) - severities.indexOf(a.severity);
    case 'effort':
      return efforts.indexOf(a.effort) - efforts.indexOf(b.effort);
    case 'title':
    case 'aspect':
    case 'state':
      return a[by].localeCompare(b[by]);
  }
}
