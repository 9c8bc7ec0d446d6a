import type { ChecklistItem, ChecklistTemplate, Level } from '../../shared/model/checklist.ts';
import type { Answer } from '../../shared/model/records/answer.ts';
import {
  type Checklist,
  type Dimension,
  dimensionNames,
  dimensions,
  type Target,
} from '../../shared/model/records/checklist.ts';
import { type Blocked, blockedBy } from './dependencies.ts';
import { levelOf } from './level.ts';

/** An item's part in a figure. */
export interface Part {
  item: string;
  checklist: string;
  weight: number;
  level: Level | null;
  /** `left-out`: it does not apply, or rests on what was answered below it. */
  state: 'counted' | 'open' | 'left-out';
}

export interface Maturity {
  /** Percent: Σ weight × level ÷ (4 × Σ weight) × 100 over what is counted; null when nothing is. */
  score: number | null;
  /** Share of the weight that is answered, 0 to 1, of what is not left out; 0 when there is nothing. */
  confidence: number;
  answered: number;
  open: number;
  leftOut: number;
}

export interface MaturityOf extends Maturity {
  dimension: Dimension;
  value: string;
  /** Percent that was agreed on; null: none. */
  target: number | null;
}

export interface MaturityReport {
  overall: Maturity;
  values: MaturityOf[];
  checklists: (Maturity & {
    checklist: string;
    stages: Record<string, Maturity>;
    aspects: Record<string, Maturity>;
    principles: Record<string, Maturity>;
  })[];
}

/** How well something is done, from the parts of its items. */
export function maturity(parts: readonly Pick<Part, 'weight' | 'level' | 'state'>[]): Maturity {
  const counted = parts.filter(({ state }) => state === 'counted');
  const open = parts.filter(({ state }) => state === 'open');
  const weigh = (of: readonly { weight: number }[]) => of.reduce((sum, { weight }) => sum + weight, 0);
  const weight = weigh(counted);
  const asked = weight + weigh(open);
  return {
    score:
      weight === 0
        ? null
        : (counted.reduce((sum, part) => sum + part.weight * part.level!, 0) / (4 * weight)) * 100,
    confidence: asked === 0 ? 0 : weight / asked,
    answered: counted.length,
    open: open.length,
    leftOut: parts.length - counted.length - open.length,
  };
}

type Adopted = Pick<Checklist, 'id'> & { template: ChecklistTemplate };

/** Each item with its part, in the order of the checklists. */
export function partsOf(
  answers: readonly Answer[],
  checklists: readonly Adopted[],
): (Part & { of: ChecklistItem })[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const answerOf = (id: string) => byId.get(id);
  const items = new Map(checklists.flatMap(({ template }) => template.items.map((item) => [item.id, item])));
  return checklists.flatMap(({ id: checklist, template }) =>
    template.items.map((item) => {
      const answer = answerOf(item.id);
      const level = answer?.notApplicable ? null : levelOf(item, answer);
      const state = answer?.notApplicable
        ? 'left-out'
        : level !== null
          ? 'counted'
          : stateOfOpen(blockedBy(item, items, answerOf));
      return { item: item.id, checklist, weight: item.weight, level, state, of: item };
    }),
  );
}

/** What was never worth asking lowers no confidence; what still may be asked does. */
const stateOfOpen = (blocked: Blocked | null): 'open' | 'left-out' =>
  blocked === null || blocked.why === 'open' ? 'open' : 'left-out';

/**
 * Maturity by aspect, stage and principle, of each checklist, and overall: weighted means of levels in percent. What
 * does not apply is left out; what is not answered lowers the confidence and never the score.
 */
export function maturityOf(
  answers: readonly Answer[],
  checklists: readonly Adopted[],
  targets: readonly Target[] = [],
): MaturityReport {
  const parts = partsOf(answers, checklists);
  const target = new Map(targets.map(({ id, percent }) => [id, percent]));
  const by = (of: readonly (typeof parts)[number][], dimension: Dimension, value: string) =>
    maturity(of.filter((part) => part.of[dimension] === value));
  const row = (of: typeof parts, dimension: Dimension) =>
    Object.fromEntries(dimensions[dimension].map((value) => [value, by(of, dimension, value)]));
  return {
    overall: maturity(parts),
    values: dimensionNames.flatMap((dimension) =>
      dimensions[dimension].map((value) => ({
        dimension,
        value,
        ...by(parts, dimension, value),
        target: target.get(`${dimension}:${value}`) ?? null,
      })),
    ),
    checklists: checklists.map(({ id }) => {
      const own = parts.filter(({ checklist }) => checklist === id);
      return {
        checklist: id,
        ...maturity(own),
        stages: row(own, 'stage'),
        aspects: row(own, 'aspect'),
        principles: row(own, 'principle'),
      };
    }),
  };
}
