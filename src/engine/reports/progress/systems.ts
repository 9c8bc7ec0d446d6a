import type { System, SystemFields } from '../../../shared/model/records/system.ts';
import { judgeInventory, type SystemVerdict, systemCheckIds } from '../../inventory/checks.ts';
import { failingSystems } from '../../recommendations/systems.ts';
import { changedFields } from '../../trail/told/describe.ts';
import {
  type ListedChange,
  listedChanges,
  type SystemChange,
  type SystemCounts,
  type SystemsProgress,
} from './input.ts';

/** The systems outside AWS on one side, and the day by which their checks judge them. */
export interface Inventory {
  systems: readonly System[];
  /** YYYY-MM-DD */
  day: string;
}

/** What became of the systems outside AWS; of a side that nobody kept, nothing is told. */
export function systemsProgress(before: Inventory | null, after: Inventory): SystemsProgress | null {
  if (after.systems.length + (before?.systems.length ?? 0) === 0) return null;
  return {
    before: before && countsOf(before),
    after: countsOf(after),
    changes: before ? changesOf(before.systems, after.systems) : [],
    verdicts: before ? verdictsOf(before, after) : [],
    open: failingSystems(after.systems, after.day).map(({ name, verdicts }) => ({ name, verdicts })),
  };
}

function countsOf({ systems, day }: Inventory): SystemCounts {
  const verdicts = [...judgeInventory(systems, day).values()].flat();
  const count = (status: SystemVerdict['status']) => verdicts.filter((one) => one.status === status).length;
  return { systems: systems.length, pass: count('pass'), fail: count('fail'), unknown: count('unknown') };
}

const kinds = ['added', 'gone', 'changed'] as const;

function changesOf(before: readonly System[], after: readonly System[]): SystemChange[] {
  const [was, is] = [byId(before), byId(after)];
  const told = (
    change: SystemChange['change'],
    { name, kind }: System,
    fields: SystemChange['fields'] = [],
  ) => ({
    change,
    name,
    kind,
    fields,
  });
  return [
    ...after.flatMap((system): SystemChange[] => {
      const earlier = was.get(system.id);
      if (!earlier) return [told('added', system)];
      // Notes are the consultant's own, and in no report.
      const fields = changedFields(earlier, system).filter((field) => field !== 'notes');
      return fields.length > 0 ? [told('changed', system, fields as (keyof SystemFields)[])] : [];
    }),
    ...before.filter(({ id }) => !is.has(id)).map((system) => told('gone', system)),
  ].sort((a, b) => kinds.indexOf(a.change) - kinds.indexOf(b.change) || compare(a.name, b.name));
}

function verdictsOf(before: Inventory, after: Inventory): SystemsProgress['verdicts'] {
  const [was, is] = [before, after].map(({ systems, day }) => judgeInventory(systems, day)) as [
    Judged,
    Judged,
  ];
  return [...byId([...before.systems, ...after.systems]).values()]
    .flatMap(({ id, name }) =>
      systemCheckIds.flatMap((check) => {
        const [then, now] = [was, is].map((side) => side.get(id)?.find((one) => one.check === check));
        const change = changeOf(then?.status, now?.status);
        return change ? [{ change, name, verdict: (now ?? then)! }] : [];
      }),
    )
    .sort(
      (a, b) => listedChanges.indexOf(a.change) - listedChanges.indexOf(b.change) || compare(a.name, b.name),
    );
}

type Judged = ReturnType<typeof judgeInventory>;
type Status = SystemVerdict['status'] | undefined;

/** The states of findings, by the same rule: what nobody can tell any more is not resolved. */
function changeOf(then: Status, now: Status): ListedChange | null {
  if (then === 'fail')
    switch (now) {
      case 'pass':
        return 'resolved';
      case 'unknown':
        return 'not-rechecked';
      case 'fail':
        return null;
      case undefined:
        return 'no-longer-applicable';
    }
  if (now !== 'fail') return null;
  return then === 'pass' ? 'regressed' : 'new';
}

const byId = (systems: readonly System[]) => new Map(systems.map((system) => [system.id, system]));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
