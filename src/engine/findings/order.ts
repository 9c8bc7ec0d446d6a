import { severities } from '../../shared/model/finding.ts';
import type { FindingSort } from '../../shared/model/finding-query.ts';
import type { FindingColumns } from './expression.ts';
import { smallest } from './smallest.ts';

/** The first so many rows in the wanted order; equal ones stay in the order of judgement. */
export function firstInOrder(
  rows: Int32Array,
  ranks: Int32Array,
  direction: FindingSort['direction'],
  most: number,
): Int32Array {
  const sign = direction === 'asc' ? 1 : -1;
  // One number per row, rank before position: typed arrays sort numbers ten times faster than a comparator does.
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = sign * ranks[rows[i]!]! * 2 ** 24 + rows[i]!;
  // The position is what is above the multiple below, of ranks less than none as well.
  return Int32Array.from(smallest(keys, most), (key) => key - Math.floor(key / 2 ** 24) * 2 ** 24);
}

/** How many of the rows come before that one in the wanted order. */
export function placeInOrder(
  rows: Int32Array,
  ranks: Int32Array,
  direction: FindingSort['direction'],
  row: number,
): number {
  const sign = direction === 'asc' ? 1 : -1;
  const rank = sign * ranks[row]!;
  let before = 0;
  for (const other of rows) {
    const difference = sign * ranks[other]! - rank;
    if (difference < 0 || (difference === 0 && other < row)) before++;
  }
  return before;
}

/** For each finding a whole number of at most 28 bits that grows in the wanted order. */
export function ranksBy(columns: FindingColumns, by: FindingSort['by']): Int32Array {
  const rank = ascendingRank(columns, by);
  const ranks = new Int32Array(columns.verdicts.size);
  for (let row = 0; row < ranks.length; row++) ranks[row] = rank(row);
  return ranks;
}

function ascendingRank(
  { verdicts, resources, aspects, decision }: FindingColumns,
  by: FindingSort['by'],
): (row: number) => number {
  const ofResource = (names: readonly string[], name: Uint16Array) =>
    ranked(names, (row) => name[resources.of[row]!]!);
  switch (by) {
    case 'severity':
      // The most severe first is the natural order; within it, the larger saving.
      return (row) => (severities.length - verdicts.severity[row]!) * 2 ** 24 + cents(verdicts.saving[row]!);
    case 'saving':
      return (row) => cents(verdicts.saving[row]!);
    case 'resource':
      return (row) => resources.nameRank[resources.of[row]!]!;
    case 'check':
      return ranked(verdicts.checks, (row) => verdicts.rule[row]!);
    case 'aspect':
      return ranked(
        verdicts.checks.map((check) => aspects.get(check) ?? ''),
        (row) => verdicts.rule[row]!,
      );
    case 'account':
      return ofResource(resources.accounts, resources.account);
    case 'region':
      return ofResource(resources.regions, resources.region);
    case 'type':
      return ofResource(resources.types, resources.type);
    case 'decision':
      return (row) => decision[row]!;
    case 'status':
      return (row) => verdicts.status[row]!;
  }
}

/** Up to 167,772 a month to the cent, enough to order by. */
const cents = (micros: number): number => Math.min(2 ** 24 - 1, Math.round(micros / 10_000));

function ranked(names: readonly string[], of: (row: number) => number): (row: number) => number {
  const sorted = names.toSorted();
  const ranks = Uint16Array.from(names, (name) => sorted.indexOf(name));
  return (row) => ranks[of(row)]!;
}
