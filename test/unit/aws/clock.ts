import type { Clock } from '../../../src/engine/aws/limiter.ts';

export interface FakeClock extends Clock {
  /** What was slept, in order. */
  slept: number[];
  /** Lets time go by, in milliseconds. */
  pass(ms: number): void;
}

/** A clock that stands still but for sleeping, which takes no time of the test's. */
export function fakeClock(): FakeClock {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    async sleep(ms, signal) {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}
