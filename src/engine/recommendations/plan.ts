import {
  type Horizon,
  horizons,
  type Plan,
  type RecommendationRecord,
} from '../../shared/model/records/recommendation.ts';
import { cannot } from '../cannot.ts';
import type { Action } from './actions.ts';

/** What a person changes of a plan; what is undefined stays. */
export type PlanChange = {
  [K in 'horizon' | 'owner' | 'from' | 'to' | 'status']?: Plan[K] | undefined;
} & {
  /** Id of the record before which it goes in its horizon; null: at the end. */
  before?: string | null | undefined;
};

/** When something happened, and the snapshot that is the newest. */
export interface Present {
  at: string;
  snapshot: string | null;
}

/** A plan with a change; being done and standing under done are one and the same. */
export function planned(
  record: RecommendationRecord,
  change: PlanChange,
  all: readonly RecommendationRecord[],
  present: Present,
): RecommendationRecord {
  const old = record.plan;
  const given = Object.fromEntries(
    (['owner', 'from', 'to', 'status'] as const).flatMap((name) =>
      change[name] === undefined ? [] : [[name, change[name]]],
    ),
  );
  const plan: Plan = { ...old, ...given };
  if (change.horizon !== undefined) plan.horizon = change.horizon;
  else if (change.status === 'done') plan.horizon = 'done';
  else if (change.status !== undefined && old.horizon === 'done') plan.horizon = 'now';

  if (plan.horizon === 'done') {
    plan.status = 'done';
    plan.closed = old.closed ?? present;
  } else {
    if (plan.status === 'done') plan.status = 'planned';
    plan.closed = null;
  }
  if (plan.from && plan.to && plan.from > plan.to)
    throw cannot('bad-input', 'recommendations.endsBefore', { from: plan.from, to: plan.to });
  if (change.before !== undefined || plan.horizon !== old.horizon)
    plan.order = orderBefore(record.id, plan.horizon, change.before ?? null, all);
  return { ...record, plan };
}

/** A number between the two neighbours of a place in a horizon. */
function orderBefore(
  id: string,
  horizon: Horizon | null,
  before: string | null,
  all: readonly RecommendationRecord[],
): number {
  const there = all
    .filter((one) => one.id !== id && one.plan.horizon === horizon)
    .sort((a, b) => a.plan.order - b.plan.order);
  const at = there.findIndex((one) => one.id === before);
  const next = there[at === -1 ? there.length : at]?.plan.order;
  const last = there[(at === -1 ? there.length : at) - 1]?.plan.order;
  if (last === undefined) return next === undefined ? 0 : next - 1;
  return next === undefined ? last + 1 : (last + next) / 2;
}

/** Adopted actions as the roadmap shows them: by horizon and place, then what waits to be planned by rank. */
export function onRoadmap(actions: readonly Action[]): Action[] {
  const place = (action: Action) => {
    const { horizon } = action.record!.plan;
    return horizon === null ? horizons.length : (horizons.indexOf(horizon) + 1) % horizons.length;
  };
  return actions
    .filter(({ state }) => state === 'adopted')
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        (a.record!.plan.horizon === null ? 0 : a.record!.plan.order - b.record!.plan.order) ||
        (a.rank ?? 0) - (b.rank ?? 0),
    );
}

export interface Warning {
  kind: 'before-prerequisite' | 'without-prerequisite';
  /** The action that goes before. */
  id: string;
}

/** What is wrong with where an action stands, seen from what it needs first. */
export function warningsOf(action: Action, actions: ReadonlyMap<string, Action>): Warning[] {
  const plan = action.record?.plan;
  if (!plan || plan.horizon === null || plan.horizon === 'done') return [];
  return action.prerequisites.flatMap((id): Warning[] => {
    const first = actions.get(id)?.record?.plan;
    if (!first || first.horizon === null) return [{ kind: 'without-prerequisite', id }];
    return beginsBefore(plan, first) ? [{ kind: 'before-prerequisite', id }] : [];
  });
}

/** Dates say it where both have them; else horizons do, and within one the order. */
function beginsBefore(plan: Plan, first: Plan): boolean {
  if (first.horizon === 'done') return false;
  if (plan.from && first.to) return plan.from < first.to;
  const [own, other] = [horizons.indexOf(plan.horizon!), horizons.indexOf(first.horizon!)];
  return own < other || (own === other && plan.order < first.order);
}
