import { expect, test } from 'vitest';
import { overrideOf } from '../../../src/engine/checklists/override.ts';
import type { Level } from '../../../src/shared/model/checklist.ts';

const answer = (proposed: Level | null, reason = '', note = '') => ({
  proposed: proposed === null ? null : { snapshot: 's', level: proposed },
  reason,
  note,
});

test('another level than was proposed is an override, and a reason or a note says why', () => {
  expect(overrideOf(answer(2), 3, 2)).toEqual({ proposed: 2, reasoned: false });
  expect(overrideOf(answer(2, ' '), 3, 2)).toEqual({ proposed: 2, reasoned: false });
  expect(overrideOf(answer(2, 'Seen in the console'), 3, 2)).toEqual({ proposed: 2, reasoned: true });
  expect(overrideOf(answer(2, '', 'Seen in the console'), 3, 2)).toEqual({ proposed: 2, reasoned: true });
});

test('an answer of before the first scan is held against what the scan proposes now', () => {
  expect(overrideOf(answer(null), 3, 1)).toEqual({ proposed: 1, reasoned: false });
  expect(overrideOf(answer(null), 3, 3)).toBeNull();
  expect(overrideOf(answer(null), 3, null)).toBeNull();
});

test('a later scan makes no override of a proposal that was taken, and ends one that it agrees with', () => {
  expect(overrideOf(answer(2), 2, 3)).toBeNull();
  expect(overrideOf(answer(2), 3, 3)).toBeNull();
  expect(overrideOf(answer(2), 3, 1)).toEqual({ proposed: 2, reasoned: false });
  expect(overrideOf(answer(2), 3, null)).toEqual({ proposed: 2, reasoned: false });
});

test('what is not answered, or does not apply, overrides nothing', () => {
  expect(overrideOf(null, null, 2)).toBeNull();
  expect(overrideOf(answer(2), null, 2)).toBeNull();
});
