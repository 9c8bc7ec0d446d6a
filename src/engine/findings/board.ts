import {
  expressionOf,
  type FindingExpression,
  type FindingFilter,
  type FindingSort,
  type GroupName,
} from '../../shared/model/finding-query.ts';
import type { Check } from '../checks/check.ts';
import type { Decided } from '../decisions/decided.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type FindingColumns, matching } from './expression.ts';
import { type Group, type Groups, groupRows } from './groups.ts';
import { firstInOrder, placeInOrder, ranksBy } from './order.ts';
import { Recent } from './recent.ts';
import { resourceColumns } from './resource-columns.ts';
import { loadVerdicts, type Verdicts } from './verdicts.ts';

/** A group, or the number of a finding of the open group above it. */
export type GroupedRow = { group: Group; open: boolean } | { finding: number };

/**
 * The findings of a judgement, to be filtered, sorted, grouped and counted in milliseconds whatever the combination,
 * which no set of SQL indexes can give; the window of rows that is looked at comes from the file. A finding's number
 * is its position among the verdicts. Decision: docs/decisions/verdicts-in-columns.md.
 */
export class FindingsBoard {
  #columns: FindingColumns;
  #decided: Decided | undefined;
  // The next question is mostly for the next page of the same.
  readonly #matched = new Recent<Int32Array>(12);
  readonly #ordered = new Recent<Int32Array>(12);
  readonly #grouped = new Recent<Groups>(4);
  readonly #ranks = new Map<FindingSort['by'], Int32Array>();

  constructor(db: Db<EngagementSchema>, judgement: number, checks: readonly Check[]) {
    const verdicts = loadVerdicts(db, judgement);
    this.#columns = {
      verdicts,
      resources: resourceColumns(db, verdicts.resource),
      aspects: new Map(checks.map((check) => [check.id, check.aspect])),
      decision: new Uint8Array(verdicts.size),
    };
    // Made ready, so that the first filter by a text is answered as fast as any other.
    this.#columns.resources.saying(' ');
  }

  /** Sets what was decided of the findings; until then nothing was. */
  decide(decided: Decided): void {
    if (this.#decided === decided) return;
    this.#decided = decided;
    this.#columns = { ...this.#columns, decision: decided.state };
    for (const kept of [this.#matched, this.#ordered, this.#grouped]) kept.clear();
  }

  get verdicts(): Verdicts {
    return this.#columns.verdicts;
  }

  get judgement(): number {
    return this.verdicts.judgement;
  }

  /** Numbers of the findings that match, in the order of judgement. */
  matching(filter: FindingFilter): Int32Array {
    return this.#matching(expressionOf(filter));
  }

  #matching(expression: FindingExpression): Int32Array {
    const key = JSON.stringify(expression);
    const known = this.#matched.get(key);
    if (known) return known;
    if (!('and' in expression) || expression.and.length < 2)
      return this.#matched.set(key, matching(expression, this.#columns));
    // A filter grows by a test at a time: what matched before it did is mostly known.
    const before = this.#matching({ and: expression.and.slice(0, -1) });
    return this.#matched.set(key, matching(expression.and.at(-1)!, this.#columns, before));
  }

  /** Numbers of the findings that match, in order; `total` counts them all. */
  page(
    filter: FindingFilter,
    sort: FindingSort,
    offset: number,
    limit: number,
  ): { total: number; findings: number[] } {
    const rows = this.matching(filter);
    return { total: rows.length, findings: this.#window([filter, sort], rows, sort, offset, limit) };
  }

  /** The same with a row above the findings of each group; only those of open groups follow theirs. */
  groupedPage(
    filter: FindingFilter,
    sort: FindingSort,
    { by, open }: { by: GroupName; open: readonly string[] },
    offset: number,
    limit: number,
  ): { total: number; rows: GroupedRow[] } {
    const groups = this.#groups(filter, by);
    const opened = new Set(open);
    const rows: GroupedRow[] = [];
    let at = 0;
    for (const group of inOrder(groups.list, sort)) {
      const isOpen = opened.has(group.value);
      if (at >= offset && at < offset + limit) rows.push({ group, open: isOpen });
      at++;
      if (!isOpen) continue;
      const from = Math.max(0, offset - at);
      const to = Math.min(group.count, offset + limit - at);
      if (from < to)
        for (const finding of this.#window(
          [filter, sort, by, group.value],
          groups.rows(group.value),
          sort,
          from,
          to - from,
        ))
          rows.push({ finding });
      at += group.count;
    }
    return { total: at, rows };
  }

  /** Where a finding stands among those of `page`; undefined where the filter leaves it out. */
  place(filter: FindingFilter, sort: FindingSort, finding: number): number | undefined {
    const rows = this.matching(filter);
    return rows.includes(finding) ? this.#place(rows, sort, finding) : undefined;
  }

  /** The same of `groupedPage`: the place of its group, where that is not open. */
  groupedPlace(
    filter: FindingFilter,
    sort: FindingSort,
    { by, open }: { by: GroupName; open: readonly string[] },
    finding: number,
  ): number | undefined {
    if (!this.matching(filter).includes(finding)) return undefined;
    const groups = this.#groups(filter, by);
    const own = groups.valueOf(finding);
    const opened = new Set(open);
    let at = 0;
    for (const { value, count } of inOrder(groups.list, sort)) {
      if (value === own) break;
      at += opened.has(value) ? 1 + count : 1;
    }
    return opened.has(own) ? at + 1 + this.#place(groups.rows(own), sort, finding) : at;
  }

  #place(rows: Int32Array, sort: FindingSort, finding: number): number {
    return placeInOrder(rows, this.#ranksBy(sort.by), sort.direction, finding);
  }

  /** How the matching findings fall by a property, largest first. */
  facets(filter: FindingFilter, by: GroupName): Group[] {
    return this.#groups(filter, by).list;
  }

  #groups(filter: FindingFilter, by: GroupName): Groups {
    const key = JSON.stringify([filter, by]);
    return (
      this.#grouped.get(key) ?? this.#grouped.set(key, groupRows(this.matching(filter), this.#columns, by))
    );
  }

  #window(question: unknown, rows: Int32Array, sort: FindingSort, offset: number, limit: number): number[] {
    const key = JSON.stringify(question);
    const upTo = offset + limit;
    let first = this.#ordered.get(key);
    if (!first || first.length < Math.min(upTo, rows.length))
      first = this.#ordered.set(
        key,
        firstInOrder(rows, this.#ranksBy(sort.by), sort.direction, Math.max(2 * upTo, 1000)),
      );
    return Array.from(first.subarray(offset, upTo));
  }

  /** Made when somebody first sorts by it. */
  #ranksBy(by: FindingSort['by']): Int32Array {
    const ranks = this.#ranks.get(by) ?? ranksBy(this.#columns, by);
    this.#ranks.set(by, ranks);
    return ranks;
  }
}

/** Groups go by what they hold, or by their money. */
const inOrder = (groups: Group[], sort: FindingSort): Group[] =>
  sort.by === 'saving'
    ? groups.toSorted((a, b) => (a.counted - b.counted) * (sort.direction === 'asc' ? 1 : -1))
    : groups;
