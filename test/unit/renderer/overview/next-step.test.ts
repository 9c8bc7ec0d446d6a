import { expect, test } from 'vitest';
import { nextStep } from '../../../../src/renderer/overview/next-step.ts';

type Overview = Parameters<typeof nextStep>[0];
type Coverage = NonNullable<Parameters<typeof nextStep>[1]>;

const snapshot = { state: 'complete', accounts: [{ refused: null }] } as unknown as Overview['snapshot'];
const overview = (change: Partial<Overview> = {}): Overview => ({
  snapshot,
  scores: {} as Overview['scores'],
  open: { critical: 0, high: 1, medium: 0, low: 0 },
  previous: null,
  ...change,
});
const coverage = (failed: number) => ({ reads: { planned: 100, ok: 100 - failed, failed } }) as Coverage;

test('without a snapshot the accounts are scanned; a scan that waits goes on; what was read is judged', () => {
  expect(nextStep(overview({ snapshot: null, scores: null }), null, 0).step).toBe('scan');
  const paused = { ...snapshot, state: 'paused' } as Overview['snapshot'];
  expect(nextStep(overview({ snapshot: paused, scores: null }), null, 0).step).toBe('resume');
  expect(nextStep(overview({ scores: null }), null, 0).step).toBe('judge');
});

test('before the first report, what could not be seen is asked for', () => {
  const refused = { ...snapshot, accounts: [{ refused: 'no' }, { refused: null }] } as Overview['snapshot'];
  expect(nextStep(overview({ snapshot: refused }), coverage(0), 0)).toEqual({
    step: 'accounts',
    values: { count: 1 },
    to: '/coverage',
  });
  expect(nextStep(overview(), coverage(6), 0)).toMatchObject({ step: 'coverage', values: { count: 6 } });
  expect(nextStep(overview(), coverage(5), 0).step).toBe('diagnosis');
});

test('after a report come the critical findings, then the comparison, then the next scan', () => {
  const critical = { critical: 2, high: 0, medium: 0, low: 0 };
  expect(nextStep(overview({ open: critical }), coverage(0), 1)).toMatchObject({
    step: 'critical',
    values: { count: 2 },
  });
  expect(nextStep(overview({ previous: {} as Overview['previous'] }), coverage(0), 1).step).toBe('compare');
  expect(nextStep(overview(), coverage(0), 1).step).toBe('scan');
});
