import type { Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { daysFor, effortOf, UNSAID } from './effort.ts';
import { entriesIn } from './entries.ts';
import type { Library } from './library.ts';
import { rank } from './rank.ts';
import { concernedBy, type FailingSystem } from './systems.ts';
import { type Failing, together } from './tally.ts';

export const actionStates = ['proposed', 'adopted', 'dismissed'] as const;
export type ActionState = (typeof actionStates)[number];

/** Something to do: proposed by the library, or taken, written or turned down by the consultant. */
export interface Action {
  /** Of the record; of a proposal, the one in the library. */
  id: string;
  state: ActionState;
  record: RecommendationRecord | null;
  /** Null for one that was written here. */
  entry: Recommendation | null;
  checks: readonly string[];
  /** Checklist items whose answers call for it now. */
  called: readonly string[];
  failing: Failing;
  /** Systems outside of AWS whose checks call for it now. */
  concerned: readonly FailingSystem[];
  answers: number;
  /** Person-days. */
  effort: number;
  /** Ids of actions that are proposed or adopted and go before it. */
  prerequisites: readonly string[];
  /** Place in the ranking, from 1; null for what is done or turned down. */
  rank: number | null;
}

export interface Proposing {
  library: Library;
  records: readonly RecommendationRecord[];
  failing: ReadonlyMap<string, Failing>;
  /** Answers that call for something to be done, by item. */
  calling: ReadonlyMap<string, number>;
  /** Systems outside of AWS that fail something. */
  systems: readonly FailingSystem[];
}

/**
 * All actions in their order. A check that fails and that no adopted or dismissed recommendation resolves calls for the
 * narrowest entry of the library that does; a low answer calls for every entry that names its item, and a system that
 * fails a check for every entry that names that check.
 */
export function actionsOf({ library, records, failing, calling, systems }: Proposing): Action[] {
  const taken = new Set(records.flatMap(entriesIn));
  const covered = new Set(records.flatMap(({ checks }) => checks));
  const proposed = new Set<string>();
  for (const check of failing.keys()) {
    if (covered.has(check)) continue;
    const answers = library.answering(check).filter(({ id }) => !taken.has(id));
    const [narrowest] = answers;
    // What one of them needs first resolves the findings before it could.
    const first = answers.find(({ id }) => narrowest!.prerequisites.includes(id)) ?? narrowest;
    if (first) proposed.add(first.id);
  }
  for (const { id, items, systemChecks } of library.all)
    if (
      !taken.has(id) &&
      (items.some((item) => calling.has(item)) || concernedBy(systemChecks, systems).length > 0)
    )
      proposed.add(id);

  const found = (one: Pick<Recommendation, 'checks' | 'items' | 'systemChecks'>) => {
    const called = one.items.filter((item) => calling.has(item));
    return {
      concerned: concernedBy(one.systemChecks, systems),
      checks: one.checks,
      called,
      failing: together(one.checks, failing),
      answers: called.reduce((sum, item) => sum + calling.get(item)!, 0),
    };
  };
  const proposals = library.all
    .filter(({ id }) => proposed.has(id))
    .map((entry): Action => {
      const of = found(entry);
      return {
        id: entry.id,
        state: 'proposed',
        record: null,
        entry,
        ...of,
        effort: daysFor(entry, sizeOf(of)),
        prerequisites: entry.prerequisites,
        rank: null,
      };
    });
  const kept = records.map((record): Action => {
    const of = found(record);
    const sizes = effortOf(record, library);
    return {
      id: record.id,
      state: record.dismissed === null ? 'adopted' : 'dismissed',
      record,
      entry: (record.library && library.byId.get(record.library.id)) ?? null,
      ...of,
      effort: record.effort ?? (sizes ? daysFor(sizes, sizeOf(of)) : UNSAID),
      prerequisites: record.prerequisites,
      rank: null,
    };
  });
  const allCounted = Array.from(failing.values()).reduce((sum, { counted }) => sum + counted, 0);
  return inOrder([...kept, ...proposals], allCounted);
}

/** How much it concerns: resources, and systems outside of AWS. */
const sizeOf = ({ failing, concerned }: Pick<Action, 'failing' | 'concerned'>): number =>
  failing.resources.size + concerned.length;

/** Ranked ones first, then what is done, then what was turned down; prerequisites as ids of actions that are there. */
function inOrder(actions: readonly Action[], allCounted: number): Action[] {
  const idOf = new Map<string, string>();
  for (const { id, state, record } of actions) {
    if (state === 'dismissed') continue;
    idOf.set(id, id);
    if (record) for (const other of entriesIn(record)) idOf.set(other, id);
  }
  const linked = actions.map((action) => ({
    ...action,
    prerequisites: [...new Set(action.prerequisites.flatMap((id) => idOf.get(id) ?? []))].filter(
      (id) => id !== action.id,
    ),
  }));
  const open = linked.filter((action) => action.state !== 'dismissed' && !isDone(action));
  const ranked = rank(
    open.map((action) => ({
      ...action,
      action,
      findings: action.failing.findings,
      counted: action.failing.counted,
      systems: action.concerned.length,
    })),
    allCounted,
  ).map(({ action }, at) => ({ ...action, rank: at + 1 }));
  return [
    ...ranked,
    ...linked.filter((action) => action.state === 'adopted' && isDone(action)),
    ...linked.filter(({ state }) => state === 'dismissed'),
  ];
}

export const isDone = ({ record }: Pick<Action, 'record'>): boolean => record?.plan.horizon === 'done';
