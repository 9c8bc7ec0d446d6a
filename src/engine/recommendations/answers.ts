import type { Level } from '../../shared/model/checklist.ts';
import type { Part } from '../checklists/maturity.ts';

/** The highest level at which an answer still asks for something to be done. */
const CALLS = 2;

/**
 * Items whose answers call for something to be done, with how strongly: weight × thirds below level 3, at most 5. A
 * named situation and a figure call by the level that they come to.
 */
export function callingItems(
  parts: readonly Pick<Part, 'item' | 'weight' | 'level' | 'state'>[],
): Map<string, number> {
  return new Map(
    parts.flatMap(({ item, weight, level, state }) =>
      state === 'counted' && calls(level) ? [[item, (weight * (3 - level)) / 3]] : [],
    ),
  );
}

const calls = (level: Level | null): level is Level => level !== null && level <= CALLS;
