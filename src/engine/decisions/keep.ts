import type { Decision } from '../../shared/model/decision.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { ScopeIndex } from './column.ts';
import { type Decided, decide } from './decided.ts';
import { placesOf } from './places.ts';

/** Judgements that are looked at by turns: two of a comparison, and the newest; the newest first. */
const MOST = 3;

interface Kept {
  index: ScopeIndex;
  decisions: readonly Decision[];
  decided: Decided;
}

/** What was decided of the judgements that are looked at: found anew when a decision or the day is another. */
export class DecidedJudgements {
  #kept: Kept[] = [];
  readonly #db: Db<EngagementSchema>;
  readonly #plan: ReadPlan;

  constructor(db: Db<EngagementSchema>, plan: ReadPlan) {
    this.#db = db;
    this.#plan = plan;
  }

  of(verdicts: Verdicts, decisions: readonly Decision[], today: string): Decided {
    const { judgement } = verdicts;
    const ofThis = this.#kept.filter(({ decided }) => decided.verdicts.judgement === judgement);
    const known = ofThis.find((one) => one.decided.today === today && same(one.decisions, decisions));
    if (known) return known.decided;
    const [other] = ofThis;
    const index = other?.index ?? new ScopeIndex(verdicts, this.#places(judgement));
    const decided = decide(other?.decided.verdicts ?? verdicts, index, decisions, today);
    this.#kept = [{ index, decisions, decided }, ...this.#kept].slice(0, MOST);
    return decided;
  }

  /** What is kept of a judgement, before its verdicts are read for nothing. */
  verdicts(judgement: number): Verdicts | undefined {
    return this.#kept.find(({ decided }) => decided.verdicts.judgement === judgement)?.decided.verdicts;
  }

  forget(): void {
    this.#kept = [];
  }

  #places(judgement: number) {
    const { snapshot_id } = this.#db.get(
      this.#db.q.selectFrom('judgement').select('snapshot_id').where('id', '=', judgement),
    )!;
    return placesOf(this.#db, snapshot_id, this.#plan);
  }
}

/** A document that was changed is another object. */
const same = (a: readonly Decision[], b: readonly Decision[]): boolean =>
  a.length === b.length && a.every((decision, i) => decision === b[i]);
