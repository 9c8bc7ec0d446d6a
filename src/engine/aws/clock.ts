import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './limiter.ts';

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, { signal });
  },
};
