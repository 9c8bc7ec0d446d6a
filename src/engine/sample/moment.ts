/** Before the implementation phase, or after it. */
export type State = 'before' | 'after';

/** When the estate is looked at: `before` and `after` share their history, and differ in what was done between. */
export interface Moment {
  state: State;
  takenAt: Date;
  /** One value in each state. */
  now<A, B = A>(before: A, after: B): A | B;
  /** Days before the estate is looked at, for what moves by itself: last uses, nightly snapshots. */
  ago(days: number): Date;
}

const takenAt = { before: '2026-09-07T08:00:00Z', after: '2026-11-16T08:00:00Z' };

const DAY = 86_400_000;

export function momentOf(state: State): Moment {
  const at = new Date(takenAt[state]);
  return {
    state,
    takenAt: at,
    now: (before, after) => (state === 'before' ? before : after),
    ago: (days) => new Date(at.getTime() - days * DAY),
  };
}

/** A day of Acme Health's history, the same in both states. */
export const on = (day: string): Date => new Date(`${day}T14:05:00Z`);
