import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Limiter, type LimitKey } from '../../../src/engine/aws/limiter.ts';
import { fakeClock } from './clock.ts';

const key: LimitKey = { account: '111122223333', region: 'eu-west-1', family: 'ec2' };
const never = new AbortController().signal;

/** Rates of a family without its own, as the table in limiter.ts has them: calls per second, and at once. */
const START = 10;
const MOST = 25;
const BURST = 15;

/** A clock whose sleeping moves nothing: gives what each caller was told to wait. */
function waits() {
  const clock = fakeClock();
  const limiter = new Limiter({ ...clock, sleep: async (ms) => void clock.slept.push(ms) });
  return {
    clock,
    limiter,
    async take(): Promise<number> {
      const before = clock.slept.length;
      await limiter.wait(key, never);
      return clock.slept[before] ?? 0;
    },
  };
}

test('a burst goes at once, and then one call at a time', async () => {
  const { take } = waits();
  for (let n = 0; n < BURST; n++) expect(await take()).toBe(0);
  expect(await take()).toBeCloseTo(1000 / START);
  expect(await take()).toBeCloseTo(2000 / START);
});

test('a rest fills the bucket, and never fuller than full', async () => {
  const { take, clock } = waits();
  for (let n = 0; n < BURST; n++) await take();
  clock.pass(3_600_000);
  for (let n = 0; n < BURST; n++) expect(await take()).toBe(0);
  expect(await take()).toBeGreaterThan(0);
});

test('accounts, regions and families do not wait for each other', async () => {
  const { limiter, clock } = waits();
  for (let n = 0; n < BURST; n++) await limiter.wait(key, never);
  for (const other of [
    { ...key, account: '444455556666' },
    { ...key, region: 'us-east-1' },
    { ...key, family: 'iam' },
  ])
    await limiter.wait(other, never);
  expect(clock.slept).toEqual([]);
});

test('throttling halves the rate and empties the bucket; success raises it by a twentieth of a call', async () => {
  const { limiter, take } = waits();
  limiter.throttled(key);
  expect(limiter.perSecond(key)).toBe(START / 2);
  expect(await take()).toBeCloseTo(1000 / (START / 2));
  limiter.succeeded(key);
  expect(limiter.perSecond(key)).toBeCloseTo(START / 2 + 0.05);
});

test('the rate has a floor and a ceiling', () => {
  const { limiter } = waits();
  for (let n = 0; n < 50; n++) limiter.throttled(key);
  expect(limiter.perSecond(key)).toBe(0.5);
  for (let n = 0; n < 5000; n++) limiter.succeeded(key);
  expect(limiter.perSecond(key)).toBe(MOST);
});

test('a pace below the floor is not raised by throttling', () => {
  const limiter = new Limiter(fakeClock(), 0.01);
  limiter.throttled(key);
  expect(limiter.perSecond(key)).toBeLessThanOrEqual(START * 0.01);
});

test('who cancels does not wait for a token', async () => {
  const clock = fakeClock();
  const limiter = new Limiter(clock);
  for (let n = 0; n < BURST; n++) await limiter.wait(key, never);
  await expect(limiter.wait(key, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});

test('whatever happens, no more calls go than the burst and the highest rate allow', async () => {
  const event = fc.oneof(
    { weight: 6, arbitrary: fc.constant('call' as const) },
    { weight: 2, arbitrary: fc.constant('succeeded' as const) },
    { weight: 1, arbitrary: fc.constant('throttled' as const) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 2000 }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 300 }), async (events) => {
      const { limiter, take, clock } = waits();
      const goes: number[] = [];
      for (const one of events) {
        if (one === 'call') goes.push(clock.now() + (await take()));
        else if (one === 'succeeded') limiter.succeeded(key);
        else if (one === 'throttled') limiter.throttled(key);
        else clock.pass(one);
      }
      goes.sort((a, b) => a - b);
      for (const [n, at] of goes.entries())
        expect(n + 1).toBeLessThanOrEqual(BURST + (MOST * at) / 1000 + 1e-6);
    }),
    { numRuns: 200 },
  );
});

test('while nothing changes the rate, no more calls go than the burst and that rate allow', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }), async (pauses) => {
      const { take, clock } = waits();
      const goes: number[] = [];
      for (const pause of pauses) {
        clock.pass(pause);
        goes.push(clock.now() + (await take()));
      }
      // First come, first served.
      expect(goes).toEqual(goes.toSorted((a, b) => a - b));
      for (const [n, at] of goes.entries())
        expect(n + 1).toBeLessThanOrEqual(BURST + (START * at) / 1000 + 1e-6);
    }),
  );
});

test('a pace that is changed on the way keeps what throttling has taught', () => {
  const limiter = new Limiter(fakeClock());
  limiter.throttled(key);
  limiter.setPace(2);
  expect(limiter.perSecond(key)).toBe(START);
  limiter.setPace(0.5);
  expect(limiter.perSecond(key)).toBe(START / 4);
});

test('a slower pace holds for what has not called yet, too, and bounds how fast it may become', () => {
  const limiter = new Limiter(fakeClock());
  limiter.setPace(0.3);
  for (let n = 0; n < 5000; n++) limiter.succeeded(key);
  expect(limiter.perSecond(key)).toBeCloseTo(MOST * 0.3);
});
