import { afterAll, beforeAll, expect, test, vi } from 'vitest';

type Tell = (event: string, data: unknown) => void;
const listeners = new Set<Tell>();
const tell: Tell = (event, data) => {
  for (const listener of listeners) listener(event, data);
};
let jobs: typeof import('../../../src/renderer/data/jobs.ts');
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const listen = (listener: Tell) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  vi.stubGlobal('window', { fieldbook: { listen } });
  jobs = await import('../../../src/renderer/data/jobs.ts');
});
afterAll(() => vi.unstubAllGlobals());

/** What the job says after each event, while it runs. */
function progressOf(kind: 'scan' | 'report', event: string, told: object[]) {
  const { cancelJob, clearFinishedJobs, currentJobs, followProgress, runJob } = jobs;
  const stop = followProgress();
  const work = runJob(
    kind,
    '/',
    (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  const said = told.map((data) => {
    tell(event, data);
    return currentJobs()[0]!.progress;
  });
  stop();
  cancelJob(currentJobs()[0]!.id);
  return work.then(() => {
    clearFinishedJobs();
    return said;
  });
}

test('reads that failed are over as well, so a scan comes to its end', async () => {
  const scan = { snapshot: 's', state: 'running', planned: 40, resources: 0, calls: 0, last: null };
  const told = [
    { ...scan, done: 25, failed: 1 },
    { ...scan, done: 36, failed: 4 },
  ];
  expect(await progressOf('scan', 'scan.progress', told)).toEqual([
    { done: 26, of: 40 },
    { done: 40, of: 40 },
  ]);
});

test('a report is as far as the stages that are over, and what is done of the one under way', async () => {
  const told = [
    { phase: 'gather', done: 0, of: 1 },
    { phase: 'layout', done: 0, of: 1 },
    { phase: 'draw', done: 0.5, of: 1 },
  ];
  expect(await progressOf('report', 'report.progress', told)).toEqual([
    { done: 0, of: 5 },
    { done: 2, of: 5 },
    { done: 3.5, of: 5 },
  ]);
});
