import type { FindingChoice, FindingSort } from '../../shared/model/finding-query.ts';
import type { FindingsBoard } from './board.ts';

/** Numbers of the findings that an action is for, in order. */
export function chosen(
  board: FindingsBoard,
  { filter, only, except }: FindingChoice,
  sort: FindingSort,
): number[] {
  const { findings } = board.page(filter, sort, 0, board.verdicts.size);
  if (only) {
    const wanted = new Set(only);
    return findings.filter((number) => wanted.has(number));
  }
  const left = new Set(except);
  return left.size === 0 ? findings : findings.filter((number) => !left.has(number));
}
