import { classify, type Failure } from './failure.ts';
import type { Gateway } from './gateway.ts';
import type { Clock, Limiter, LimitKey } from './limiter.ts';
import type { Call, Send } from './send.ts';

export interface Attempted {
  /** Which try of the call this was, from 1. */
  attempt: number;
  ms: number;
  failure?: Failure;
}

export interface AttemptOptions {
  send: Send;
  /** Settles when the account's session can be used; a person may be asked, so this has no time limit. */
  ready?: Gateway['ready'] | undefined;
  limiter: Limiter;
  clock: Clock;
  /** 0 to 1; for jitter. */
  random: () => number;
  /** Longest time for one try, in milliseconds. */
  timeout: number;
  tries: number;
  onAttempt?: (call: Call, attempted: Attempted) => void;
}

const BASE_MS = 200;
const MOST_MS = 20_000;

/**
 * Makes a call until it succeeds, fails for good or has had its tries: waits for the limiter and for whoever signs in,
 * bounds each try in time, and backs off with full jitter (AWS Architecture Blog, 'Exponential Backoff And Jitter').
 */
export async function attempt(
  call: Call,
  family: string,
  signal: AbortSignal,
  options: AttemptOptions,
): Promise<{ output: unknown } | { failure: Failure }> {
  const key: LimitKey = { account: call.account, region: call.region, family };
  for (let n = 1; ; n++) {
    await options.limiter.wait(key, signal);
    signal.throwIfAborted();
    let started = options.clock.now();
    const ms = () => Math.round(options.clock.now() - started);
    try {
      await options.ready?.(call.account, signal);
      started = options.clock.now();
      const output = await bounded(call, signal, options);
      options.limiter.succeeded(key);
      options.onAttempt?.(call, { attempt: n, ms: ms() });
      return { output };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const failure = classify(error);
      options.onAttempt?.(call, { attempt: n, ms: ms(), failure });
      if (failure.kind === 'throttled') options.limiter.throttled(key);
      if (!failure.transient || n >= options.tries) return { failure };
      const ceiling = Math.min(MOST_MS, BASE_MS * 2 ** n);
      await options.clock.sleep(options.random() * ceiling, signal);
    }
  }
}

async function bounded(call: Call, signal: AbortSignal, options: AttemptOptions): Promise<unknown> {
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => own.abort(new TimedOut(call, options.timeout)), options.timeout);
  try {
    return await new Promise((resolve, reject) => {
      own.signal.addEventListener('abort', () => reject(own.signal.reason), { once: true });
      options.send(call, own.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

class TimedOut extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(call: Call, ms: number) {
    super(`${call.operation} in ${call.region} gave no answer within ${Math.round(ms / 1000)} s`);
    this.name = 'TimeoutError';
  }
}
