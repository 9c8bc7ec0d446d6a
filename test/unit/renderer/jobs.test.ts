import { afterAll, beforeAll, expect, test, vi } from 'vitest';

type Tell = (event: string, data: unknown) => void;
const listeners = new Set<Tell>();
const tell: Tell = (event, data) => {
  for (const listener of listeners) listener(event, data);
};
let jobs: typeof import('../../../src/renderer/data/jobs.ts');
let scan: typeof import('../../../src/renderer/data/scan-progress.ts');
beforeAll(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const listen = (listener: Tell) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  vi.stubGlobal('window', { fieldbook: { listen } });
  jobs = await import('../../../src/renderer/data/jobs.ts');
  scan = await import('../../../src/renderer/data/scan-progress.ts');
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A job of that kind runs while `look` looks. */
async function during<T>(kind: 'scan' | 'report', look: () => T): Promise<T> {
  const { cancelJob, clearFinishedJobs, currentJobs, followProgress, runJob } = jobs;
  const stop = followProgress();
  const work = runJob(
    kind,
    '/',
    (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  const seen = look();
  stop();
  cancelJob(currentJobs()[0]!.id);
  await work;
  clearFinishedJobs();
  return seen;
}

/** What the job says after each event, while it runs. */
const progressOf = (kind: 'scan' | 'report', event: string, told: object[]) =>
  during(kind, () =>
    told.map((data) => {
      tell(event, data);
      vi.advanceTimersByTime(250);
      return jobs.currentJobs()[0]!.progress;
    }),
  );

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

test('the tray says what the page says, also between two looks', async () => {
  const reads = {
    snapshot: 's',
    state: 'running',
    planned: 40,
    failed: 0,
    resources: 0,
    calls: 0,
    last: null,
  };
  const seen = await during('scan', () =>
    [10, 20, 30].map((done) => {
      tell('scan.progress', { ...reads, done });
      vi.advanceTimersByTime(200);
      return { tray: jobs.currentJobs()[0]!.progress?.done, page: scan.scanProgress().scan?.done };
    }),
  );
  // The first look is too early for both.
  expect(seen.slice(1)).toEqual([
    { tray: 20, page: 20 },
    { tray: 20, page: 20 },
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
