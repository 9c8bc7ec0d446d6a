import { useSyncExternalStore } from 'react';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { reportFar, scanFar } from '../../shared/how-far.ts';
import { listen } from '../fieldbook.ts';
import { goingOn } from './next-engine.ts';
import { scanProgress, watchScanProgress } from './scan-progress.ts';

export type JobKind = 'scan' | 'judge' | 'report' | 'export' | 'import';

/** Long work that somebody started: it goes on whatever page is shown, and can be found again in the tray. */
export interface Job {
  id: string;
  kind: JobKind;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  startedAt: number;
  /** How far it is; `of` is null when nobody knows the whole yet. */
  progress: { done: number; of: number | null } | null;
  error: ErrorData | null;
  /** Where its result can be seen: a path of the window. */
  path: string;
}

/** Work that changes nothing in the engagement: a new engine begins it again. */
const repeatable: ReadonlySet<JobKind> = new Set(['report', 'export']);

let jobs: readonly Job[] = [];
const aborts = new Map<string, AbortController>();
const watchers = new Set<() => void>();

const set = (next: readonly Job[]): void => {
  jobs = next;
  for (const watcher of watchers) watcher();
};
const update = (id: string, change: Partial<Job>): void =>
  set(jobs.map((job) => (job.id === id ? { ...job, ...change } : job)));

/** Runs long work as a job. Rejects as the work does, so that the page that started it can say so too. */
export async function runJob<T>(
  kind: JobKind,
  path: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const id = crypto.randomUUID();
  const abort = new AbortController();
  aborts.set(id, abort);
  const job: Job = {
    id,
    kind,
    path,
    state: 'running',
    startedAt: Date.now(),
    progress: null,
    error: null,
  };
  set([job, ...jobs]);
  try {
    const { signal } = abort;
    const result = await (repeatable.has(kind) ? goingOn(signal, () => work(signal)) : work(signal));
    update(id, { state: 'done' });
    return result;
  } catch (error) {
    const problem = asFieldbookError(error);
    update(
      id,
      problem.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error: problem.toData() },
    );
    throw problem;
  } finally {
    aborts.delete(id);
  }
}

export const cancelJob = (id: string): void => aborts.get(id)?.abort();
export const clearFinishedJobs = (): void => set(jobs.filter((job) => job.state === 'running'));

/** What there is now, as one value until it changes. */
export const currentJobs = (): readonly Job[] => jobs;

export const useJobs = (): readonly Job[] =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, currentJobs);

/** The engine works on one thing of a kind at a time, so its progress belongs to the job of that kind. */
export function followProgress(): () => void {
  const progress = (kind: JobKind, progress: NonNullable<Job['progress']>) => {
    const running = jobs.find((job) => job.kind === kind && job.state === 'running');
    if (running) update(running.id, { progress });
  };
  const stops = [
    watchScanProgress(() => {
      const { scan, verdicts } = scanProgress();
      if (scan) progress('scan', scanFar(scan));
      if (verdicts !== null) progress('judge', { done: verdicts, of: null });
    }),
    listen('report.progress', (told) => progress('report', reportFar(told))),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
