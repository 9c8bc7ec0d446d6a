import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Check } from '../checks/check.ts';
import type { Rules } from '../findings/rules.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { Judged } from '../snapshot/list.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Comparison, compareSnapshots } from './comparison.ts';
import { type Labelled, labelComparison } from './labelled.ts';

/** What comparing takes of an open engagement. */
interface Engagement {
  readonly db: Db<EngagementSchema>;
  readonly plan: ReadPlan;
  readonly checks: ReadonlyMap<string, Check>;
  /** Of today. */
  readonly rules: Rules;
  verdicts(judgement: number): Verdicts;
}

/** The two snapshots that are compared, kept until others are. */
export class KeptComparison {
  readonly #engagement: Engagement;
  #comparison: Comparison | undefined;
  #labelled: { of: Comparison; stop: AbortController; labelled: Promise<Labelled> } | undefined;

  constructor(engagement: Engagement) {
    this.#engagement = engagement;
  }

  of(before: Judged, after: Judged): Comparison {
    const known = this.#comparison;
    if (known && isSame(known.before, before) && isSame(known.after, after)) return known;
    const { db, plan, checks } = this.#engagement;
    this.#comparison = compareSnapshots(db, plan, checks, {
      before: { ...before, verdicts: this.#engagement.verdicts(before.judgement) },
      after: { ...after, verdicts: this.#engagement.verdicts(after.judgement) },
    });
    return this.#comparison;
  }

  /** The same with its differences told apart by their causes; what is under way for another pair is stopped. */
  labelled(before: Judged, after: Judged): Promise<Labelled> {
    const of = this.of(before, after);
    if (this.#labelled?.of === of) return this.#labelled.labelled;
    this.#stopLabelling();
    const stop = new AbortController();
    const { db, plan, checks, rules: today } = this.#engagement;
    const labelled = labelComparison(of, { db, plan, checks, today, signal: stop.signal });
    this.#labelled = { of, stop, labelled };
    // One that failed is tried again the next time.
    labelled.catch(() => {
      if (this.#labelled?.of === of) this.#labelled = undefined;
    });
    return labelled;
  }

  forget(): void {
    this.#comparison = undefined;
    this.#stopLabelling();
  }

  #stopLabelling(): void {
    this.#labelled?.stop.abort(
      new FieldbookError('cancelled', 'Something else is compared by now.', 'Ask again.'),
    );
    this.#labelled = undefined;
  }
}

const isSame = (a: Judged, b: Judged): boolean =>
  a.judgement === b.judgement && a.milestone?.id === b.milestone?.id;
