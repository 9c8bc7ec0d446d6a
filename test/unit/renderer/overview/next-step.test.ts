import { expect, test } from 'vitest';
import { nextStep, phaseNow, type Work } from '../../../../src/renderer/overview/next-step.ts';
import type { PhaseKind } from '../../../../src/shared/model/engagement.ts';

type Overview = Work['overview'];

const snapshot = { state: 'complete', accounts: [{ refused: null }] } as unknown as Overview['snapshot'];
const nothing = { diagnosis: 0, recommendations: 0, progress: 0 };
const before = {} as Overview['previous'];
const overview: Overview = {
  engagement: { phases: [] },
  snapshot,
  scores: {} as Overview['scores'],
  open: { critical: 0, high: 1, medium: 0, low: 0 },
  previous: null,
  reports: nothing,
};
const coverage = (failed: number) =>
  ({ reads: { planned: 100, ok: 100 - failed, failed } }) as NonNullable<Work['coverage']>;

/** An engagement whose phases before this one are closed, and this one is not. */
function stepIn(kind: PhaseKind | null, change: Partial<Overview> = {}, rest: Partial<Work> = {}) {
  const phases = (['assessment', 'suggestions', 'implementation'] as const).map((one) => ({ kind: one }));
  const at = phases.findIndex((one) => one.kind === kind);
  const closed = phases.map((one, i) => ({ ...one, closedAt: i < at ? '2026-11-01' : null }));
  return nextStep({
    overview: { ...overview, engagement: { phases: (kind ? closed : []) as never }, ...change },
    coverage: coverage(0),
    checklists: { answered: 0, total: 0 },
    advice: { adopted: 0, planned: 0 },
    ...rest,
  });
}

test('without a snapshot the accounts are scanned; a scan that waits goes on; what was read is judged', () => {
  expect(stepIn(null, { snapshot: null, scores: null }).step).toBe('scan');
  const paused = { ...snapshot, state: 'paused' } as Overview['snapshot'];
  expect(stepIn(null, { snapshot: paused, scores: null }).step).toBe('resume');
  expect(stepIn(null, { scores: null }).step).toBe('judge');
});

test('an assessment asks for what could not be seen, then for answers, then for the diagnosis', () => {
  const refused = { ...snapshot, accounts: [{ refused: 'no' }, { refused: null }] } as Overview['snapshot'];
  expect(stepIn('assessment', { snapshot: refused })).toEqual({
    step: 'accounts',
    values: { count: 1 },
    to: '/coverage',
  });
  expect(stepIn('assessment', {}, { coverage: coverage(6) })).toMatchObject({
    step: 'coverage',
    values: { count: 6 },
  });
  const checklists = { answered: 130, total: 150 };
  expect(stepIn('assessment', {}, { coverage: coverage(5), checklists })).toMatchObject({
    step: 'checklists',
    values: { count: 20 },
  });
  expect(stepIn('assessment').step).toBe('diagnosis');
});

test('a phase whose report is made is closed', () => {
  expect(stepIn('assessment', { reports: { ...nothing, diagnosis: 1 } })).toMatchObject({
    step: 'close',
    to: '/phases',
  });
});

test('suggestions are adopted, planned, and reported', () => {
  const reports = { ...nothing, diagnosis: 1 };
  const at = (adopted: number, planned: number) =>
    stepIn('suggestions', { reports }, { advice: { adopted, planned } }).step;
  expect(at(0, 0)).toBe('recommendations');
  expect(at(20, 0)).toBe('roadmap');
  expect(at(20, 12)).toBe('recommendationReport');
});

test('an implementation has its critical findings closed, is scanned again, and ends with the progress report', () => {
  const critical = { critical: 2, high: 0, medium: 0, low: 0 };
  expect(stepIn('implementation', { open: critical, previous: before })).toMatchObject({
    step: 'critical',
    values: { count: 2 },
  });
  expect(stepIn('implementation').step).toBe('scan');
  expect(stepIn('implementation', { previous: before }).step).toBe('progressReport');
});

test('without phases there is always something to do after the diagnosis', () => {
  const reports = { ...nothing, diagnosis: 1 };
  expect(stepIn(null, { reports }).step).toBe('scan');
  expect(stepIn(null, { reports, previous: before }).step).toBe('compare');
});

test('when all phases are closed, the engagement stands at the last of them', () => {
  const phases = (['assessment', 'implementation'] as const).map((kind) => ({
    kind,
    closedAt: '2026-11-01',
  }));
  expect(phaseNow({ phases: phases as never })).toBe('implementation');
  expect(phaseNow({ phases: [] })).toBe('assessment');
});
