import type { Answer } from '../../shared/model/records/answer.ts';
import { checklistTemplates } from '../checklists/templates.ts';

/** The highest level at which an answer still asks for something to be done. */
const CALLS = 2;

let weights: ReadonlyMap<string, number> | undefined;
const weightOf = (item: string): number => {
  weights ??= new Map(checklistTemplates().flatMap(({ items }) => items.map((one) => [one.id, one.weight])));
  return weights.get(item) ?? 1;
};

/** Levels of the checklist items that were answered. */
export const answeredLevels = (answers: readonly Answer[]): Map<string, number> =>
  new Map(answers.flatMap(({ id, level }) => (level === null ? [] : [[id, level]])));

/** Items that call for something to be done, with how strongly: weight × thirds below level 3, at most 5. */
export function callingItems(levels: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    Array.from(levels)
      .filter(([, level]) => level <= CALLS)
      .map(([item, level]) => [item, (weightOf(item) * (3 - level)) / 3]),
  );
}
