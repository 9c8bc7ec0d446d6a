import { expect, test } from 'vitest';
import type { Check } from '../../../src/engine/checks/check.ts';
import { topActions } from '../../../src/engine/findings/actions.ts';
import type { Summary } from '../../../src/engine/findings/judge-snapshot.ts';
import type { Severity } from '../../../src/shared/model/finding.ts';

const check = (id: string, severity: Severity) =>
  [id, { id, severity, aspect: 'resources', effort: 'S' } as Check] as const;
const checks = new Map([
  check('open-database', 'critical'),
  check('untagged', 'low'),
  check('idle', 'medium'),
  check('fine', 'high'),
]);
const of = (fail: number, counted = 0) => ({
  version: 1,
  counts: { fail, pass: 1, unknown: 0, manual: 0, 'not-applicable': 0 },
  counted,
  advisory: 0,
});
const ids = (summary: Summary, most = 9) => topActions(summary, checks, most).map((one) => one.check);

test('one open database moves more than fifty missing tags', () => {
  expect(ids({ untagged: of(50), 'open-database': of(1) })).toEqual(['open-database', 'untagged']);
});

test('money moves an action up, by its share of all counted savings', () => {
  expect(ids({ 'open-database': of(1), idle: of(1, 5_000_000), untagged: of(1, 0) })).toEqual([
    'idle',
    'open-database',
    'untagged',
  ]);
});

test('what does not fail is no action, nor is a check that this version does not know', () => {
  expect(ids({ fine: of(0), gone: of(3), idle: of(1) })).toEqual(['idle']);
});

test('no more than were asked for', () => {
  expect(ids({ untagged: of(1), 'open-database': of(1), idle: of(1) }, 2)).toHaveLength(2);
});
