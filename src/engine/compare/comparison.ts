import { findingChanges, type ResourceChange, resourceChanges } from '../../shared/model/comparison.ts';
import { severities } from '../../shared/model/finding.ts';
import type { Check } from '../checks/check.ts';
import type { Column } from '../columns.ts';
import { resourceReader } from '../findings/read.ts';
import { amongKnown, type ResourceColumns, resourceColumns } from '../findings/resource-columns.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import { openBodies } from '../resources/bodies.ts';
import { TagColumns } from '../resources/tag-columns.ts';
import { tagReader } from '../resources/tags.ts';
import type { Judged } from '../snapshot/list.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { ChangeBoard } from './board.ts';
import { compareFindings, type FindingDifference } from './findings.ts';
import { rereadIn } from './reread.ts';
import { compareResources, type ResourceDifference } from './resources.ts';

/** Two snapshots held against each other, kept while somebody looks at them. */
export interface Comparison {
  before: Judged;
  after: Judged;
  verdicts: { before: Verdicts; after: Verdicts };
  /** Ids of the checks of the later judgement. */
  judged: ReadonlySet<string>;
  findings: readonly FindingDifference[];
  findingBoard: ChangeBoard;
  resources: readonly ResourceDifference[];
  resourceBoard: ChangeBoard;
  /** Of the resources of all differences. */
  columns: ResourceColumns;
}

type Side = Judged & { verdicts: Verdicts };

export function compareSnapshots(
  db: Db<EngagementSchema>,
  plan: ReadPlan,
  checks: ReadonlyMap<string, Check>,
  { before, after }: { before: Side; after: Side },
  /** The same two under other rules, which have no part in the resources. */
  known?: Comparison,
): Comparison {
  const verdicts = { before: before.verdicts, after: after.verdicts };
  const judged = new Set(Object.keys(summaryOf(db, after.judgement, checks).summary));
  const reread = rereadIn(db, after.id, plan);
  const checkOf = ({ in: which, finding }: FindingDifference) =>
    verdicts[which].checks[verdicts[which].rule[finding]!]!;
  const findings = compareFindings({ ...verdicts, judged, reread, resource: resourceReader(db) })
    // A check that this version does not have any more has no words.
    .filter((one) => checks.has(checkOf(one)));
  const resources = known?.resources ?? compareResources(db, before.id, after.id, plan, reread);

  const rows = new Int32Array(findings.length + resources.length);
  for (const [at, { in: which, finding }] of findings.entries())
    rows[at] = verdicts[which].resource[finding]!;
  for (const [at, { resource }] of resources.entries()) rows[findings.length + at] = resource;
  const columns = (known && amongKnown(known.columns, rows)) ?? resourceColumns(db, rows);
  let tags: Promise<TagColumns> | undefined;
  const common = {
    resources: columns,
    tags: () => {
      tags ??= tagsOf(db, plan, [after.id, before.id], rows, columns);
      return tags;
    },
  };
  return {
    before,
    after,
    verdicts,
    judged,
    findings,
    findingBoard: new ChangeBoard({
      ...common,
      of: columns.of.slice(0, findings.length),
      own: findingColumns(findings, checkOf, checks),
      text: (change) => checkOf(findings[change]!),
    }),
    resources,
    columns,
    resourceBoard: new ChangeBoard({
      ...common,
      of: columns.of.slice(findings.length),
      own: {
        change: column<ResourceChange, ResourceDifference>(resourceChanges, resources, (one) => one.change),
      },
    }),
  };
}

function findingColumns(
  findings: readonly FindingDifference[],
  checkOf: (one: FindingDifference) => string,
  checks: ReadonlyMap<string, Check>,
): Record<string, Column> {
  const ids = [...new Set(findings.map(checkOf))];
  const aspects = [...new Set(ids.map((id) => checks.get(id)?.aspect ?? ''))];
  return {
    change: column(findingChanges, findings, (one) => one.change),
    severity: { names: severities, of: Uint8Array.from(findings, (one) => one.severity) },
    check: column(ids, findings, checkOf),
    aspect: column(aspects, findings, (one) => checks.get(checkOf(one))?.aspect ?? ''),
  };
}

function column<N extends string, T>(
  names: readonly N[],
  things: readonly T[],
  value: (thing: T) => N,
): Column {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const of = new Uint16Array(things.length);
  for (let at = 0; at < of.length; at++) of[at] = numbers.get(value(things[at]!))!;
  return { names, of };
}

/** Tags of resources by the first of the snapshots that holds them: as they are now or, of what is gone, as they were. */
async function tagsOf(
  db: Db<EngagementSchema>,
  plan: ReadPlan,
  snapshots: readonly number[],
  rows: Int32Array,
  columns: ResourceColumns,
): Promise<TagColumns> {
  const numbers = new Map(Array.from(rows, (row, i) => [row, columns.of[i]!]));
  const tags = new TagColumns(columns.ids.length);
  const identity = resourceReader(db);
  let wanted = Int32Array.from(numbers.keys()).sort();
  for (const snapshot of snapshots) {
    const found = new Set<number>();
    const read = tagReader(db, snapshot, plan);
    const asked = wanted;
    await openBodies(db, snapshot, plan, asked, (place, { listing, body }) => {
      const row = asked[place]!;
      found.add(row);
      tags.set(numbers.get(row)!, read(listing, { ...identity(row), body }));
    });
    wanted = wanted.filter((row) => !found.has(row));
  }
  return tags;
}
