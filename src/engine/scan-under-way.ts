import { FieldbookError } from '../shared/contract/errors.ts';
import type { Pace } from '../shared/model/scan.ts';
import { Limiter } from './aws/limiter.ts';
import { patience } from './aws/patience.ts';

/** What a scan is given to run with, and what can be asked of it meanwhile. */
export interface RunningScan {
  signal: AbortSignal;
  limiter: Limiter;
  /** Call it with what the paces mean where the scan reads, before its first call. */
  useRates(rates: Record<Pace, number>): void;
  begun(snapshot: string): void;
  judging(): void;
}

interface Current {
  stop: AbortController;
  limiter: Limiter;
  rates: Record<Pace, number> | undefined;
  pace: Pace;
  phase: 'reading' | 'judging';
  snapshot: string | undefined;
  begun: PromiseWithResolvers<string>;
  result: Promise<unknown>;
}

/**
 * The scan of the open engagement that is running, one at a time: a second one would work off the queue of the first.
 * It belongs to the engine and not to the call that began it, so that a window may go and come back.
 */
export class ScanUnderWay<Result> {
  #current: (Current & { result: Promise<Result> }) | undefined;

  get view(): { snapshot: string; pace: Pace; phase: 'reading' | 'judging' } | null {
    const current = this.#current;
    return current?.snapshot === undefined
      ? null
      : { snapshot: current.snapshot, pace: current.pace, phase: current.phase };
  }

  assertIdle(): void {
    if (this.#current)
      throw new FieldbookError(
        'scan-running',
        'A scan of this engagement is under way.',
        'Wait until it is done, or stop it.',
      );
  }

  /** Begins a scan; gives its snapshot as soon as it has one, or why it has none. */
  async begin(pace: Pace, work: (scan: RunningScan) => Promise<Result>): Promise<string> {
    this.assertIdle();
    const current = this.#start(pace, work);
    // Whoever waits for the end hears of a failure there; nobody has to.
    current.result.catch(() => {});
    return Promise.race([current.begun.promise, current.result.then(() => current.snapshot!)]);
  }

  /** Runs a scan to its end; the caller's signal stops it. */
  async run(pace: Pace, signal: AbortSignal, work: (scan: RunningScan) => Promise<Result>): Promise<Result> {
    this.assertIdle();
    const current = this.#start(pace, work);
    const stop = () => current.stop.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      return await current.result;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** The end of the scan that runs; a signal ends the waiting alone. */
  async wait(signal: AbortSignal): Promise<Result> {
    if (!this.#current)
      throw new FieldbookError(
        'nothing-to-resume',
        'No scan is under way.',
        'Start one, or go on with one that waits.',
      );
    const left = Promise.withResolvers<never>();
    const leave = () => left.reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    try {
      return await Promise.race([this.#current.result, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  setPace(pace: Pace): void {
    const current = this.#current;
    if (!current?.rates)
      throw new FieldbookError('nothing-to-resume', 'No scan is under way.', 'Choose the pace when one is.');
    current.pace = pace;
    current.limiter.setPace(current.rates[pace]);
  }

  /** Stops what runs, so that it can be gone on with; settles when it has stopped. */
  async stop(): Promise<void> {
    const current = this.#current;
    if (!current) return;
    current.stop.abort(stopped());
    await current.result.catch(() => {});
  }

  #start(pace: Pace, work: (scan: RunningScan) => Promise<Result>) {
    const begun = Promise.withResolvers<string>();
    const current: Omit<Current, 'result'> = {
      stop: new AbortController(),
      limiter: new Limiter(patience.clock),
      rates: undefined,
      pace,
      phase: 'reading',
      snapshot: undefined,
      begun,
    };
    const result = work({
      signal: current.stop.signal,
      limiter: current.limiter,
      useRates(rates) {
        current.rates = rates;
        current.limiter.setPace(rates[current.pace]);
      },
      begun(snapshot) {
        current.snapshot = snapshot;
        begun.resolve(snapshot);
      },
      judging() {
        current.phase = 'judging';
      },
    }).finally(() => {
      this.#current = undefined;
    });
    const started = Object.assign(current, { result });
    this.#current = started;
    return started;
  }
}

const stopped = (): FieldbookError =>
  new FieldbookError('cancelled', 'Stopped by you.', 'What was read is kept: go on whenever you like.');
