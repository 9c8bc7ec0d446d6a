import type { Invoke } from '../../shared/contract/define.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Contract, EventName, Events } from '../../shared/contract/index.ts';
import { type HowFar, reportFar, scanFar } from '../../shared/how-far.ts';

export type JobKind = 'scan' | 'report';
type MethodName = { [D in keyof Contract]: `${D}.${keyof Contract[D] & string}` }[keyof Contract];

/** Calls that take so long that a person turns to something else. */
const long: Partial<Record<MethodName, JobKind>> = {
  'scan.start': 'scan',
  'scan.resume': 'scan',
  'reports.preview': 'report',
  'reports.write': 'report',
};

/** Calls that begin a scan and answer at once: the scan goes on in the engine, and `scan.wait` tells of its end. */
const begins: ReadonlySet<string> = new Set<MethodName>(['scan.begin', 'scan.carryOn']);

export interface JobsOptions {
  /** Some work began, went on or ended. */
  onChange: (running: ReadonlySet<JobKind>, share: number | null) => void;
  /** Not told of what a person cancelled. */
  onEnd: (kind: JobKind, ended: { well: boolean; seconds: number }) => void;
  /** Milliseconds. */
  now?: () => number;
}

export interface Jobs {
  readonly running: ReadonlySet<JobKind>;
  /** Passes calls on and notes those that take long. */
  watch(invoke: Invoke): Invoke;
  /** What the engine tells, some of which is progress. */
  hear<E extends EventName>(event: E, data: unknown): void;
}

/** Knows which long work is under way in one engine, and how far it is. */
export function watchJobs({ onChange, onEnd, now = Date.now }: JobsOptions): Jobs {
  const counts = new Map<JobKind, number>();
  const shares = new Map<JobKind, number>();
  const running = (): ReadonlySet<JobKind> => new Set(counts.keys());
  const tell = () => {
    const known = [...shares.values()];
    // Of several, the one that has furthest to go: the bar never reaches its end too early.
    onChange(running(), known.length === 0 ? null : Math.min(...known));
  };
  const count = (kind: JobKind, by: 1 | -1) => {
    const left = (counts.get(kind) ?? 0) + by;
    if (left > 0) counts.set(kind, left);
    else {
      counts.delete(kind);
      shares.delete(kind);
    }
    tell();
  };
  const progress = (kind: JobKind, { done, of }: HowFar) => {
    if (!counts.has(kind) || of <= 0) return;
    shares.set(kind, Math.min(1, done / of));
    tell();
  };
  const follow = async (kind: JobKind, work: () => Promise<unknown>): Promise<unknown> => {
    const began = now();
    const end = (well: boolean) => onEnd(kind, { well, seconds: (now() - began) / 1000 });
    count(kind, 1);
    try {
      const result = await work();
      const { state, pause } = (result as { snapshot?: { state?: string; pause?: unknown } }).snapshot ?? {};
      // A scan that waits for somebody ends its call as well; one that a person paused is no news.
      if (state !== 'paused') end(true);
      else if (pause) end(false);
      return result;
    } catch (error) {
      // It was over before anybody waited for it, or a person stopped it.
      if (!quiet.has((error as { code?: unknown }).code)) end(false);
      throw error;
    } finally {
      count(kind, -1);
    }
  };
  return {
    get running() {
      return running();
    },
    watch: (invoke) => async (method, args, options) => {
      const kind = Object.hasOwn(long, method) ? long[method as MethodName] : undefined;
      if (kind) return follow(kind, () => invoke(method, args, options));
      const result = await invoke(method, args, options);
      if (begins.has(method)) follow('scan', () => invoke('scan.wait', {})).catch(onlyTold);
      return result;
    },
    hear(event, data) {
      if (event === 'scan.progress') progress('scan', scanFar(data as Events['scan.progress']));
      else if (event === 'report.progress') progress('report', reportFar(data as Events['report.progress']));
    },
  };
}

const quiet: ReadonlySet<unknown> = new Set<ErrorCode>(['cancelled', 'nothing-to-resume']);

/** The page that waits for the same scan shows why it failed; here it was only counted. */
const onlyTold = (): void => {};
