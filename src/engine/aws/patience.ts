import type { AttemptOptions } from './attempt.ts';
import { systemClock } from './clock.ts';

/** How long an answer of AWS is waited for, in milliseconds, and how often it is asked for again. */
export const patience = {
  clock: systemClock,
  random: Math.random,
  timeout: 30_000,
  tries: 5,
} satisfies Partial<AttemptOptions>;
