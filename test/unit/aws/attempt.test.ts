import { expect, test } from 'vitest';
import { type Attempted, type AttemptOptions, attempt } from '../../../src/engine/aws/attempt.ts';
import { Limiter } from '../../../src/engine/aws/limiter.ts';
import type { Call, Send } from '../../../src/engine/aws/send.ts';
import { sdkError } from '../../support/fake-aws.ts';
import { fakeClock } from './clock.ts';

const call: Call = {
  account: '111122223333',
  region: 'eu-west-1',
  service: 'ec2',
  operation: 'DescribeVolumes',
  input: {},
};
const key = { account: call.account, region: call.region, family: 'ec2' };
const never = new AbortController().signal;

function setUp(send: Send, over: Partial<AttemptOptions> = {}) {
  const clock = fakeClock();
  const limiter = new Limiter(clock);
  const tried: Attempted[] = [];
  const options: AttemptOptions = {
    send,
    limiter,
    clock,
    random: () => 1,
    timeout: 30_000,
    tries: 5,
    onAttempt: (_call, attempted) => tried.push(attempted),
    ...over,
  };
  return { clock, limiter, tried, run: (signal = never) => attempt(call, 'ec2', signal, options) };
}

const failing = (times: number, error: () => Error): Send => {
  let n = 0;
  return async () => {
    if (++n <= times) throw error();
    return { Volumes: [] };
  };
};

const throttle = () => sdkError('RequestLimitExceeded', 'Request limit exceeded.', 503);
const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

test('a call that succeeds is made once', async () => {
  const { run, tried, clock } = setUp(failing(0, reset));
  expect(await run()).toEqual({ output: { Volumes: [] } });
  expect(tried).toEqual([{ attempt: 1, ms: 0 }]);
  expect(clock.slept).toEqual([]);
});

test('a passing failure is tried again, each time after a longer wait', async () => {
  const { run, clock, tried } = setUp(failing(4, reset));
  expect(await run()).toEqual({ output: { Volumes: [] } });
  expect(clock.slept).toEqual([400, 800, 1600, 3200]);
  expect(tried.map((one) => one.attempt)).toEqual([1, 2, 3, 4, 5]);
});

test('the wait is any part of its ceiling, and the ceiling has an end', async () => {
  const luckiest = setUp(failing(4, reset), { random: () => 0 });
  await luckiest.run();
  expect(luckiest.clock.slept).toEqual([0, 0, 0, 0]);
  const halves = setUp(failing(2, reset), { random: () => 0.5 });
  await halves.run();
  expect(halves.clock.slept).toEqual([200, 400]);
  const stubborn = setUp(failing(12, reset), { tries: 13 });
  await stubborn.run();
  expect(Math.max(...stubborn.clock.slept)).toBe(20_000);
});

test('after its tries the failure stands', async () => {
  const { run, tried } = setUp(failing(9, reset));
  expect(await run()).toMatchObject({ failure: { kind: 'unreachable', code: 'ECONNRESET' } });
  expect(tried).toHaveLength(5);
});

test('a failure that will not pass is not tried again', async () => {
  const { run, tried, clock } = setUp(failing(9, () => sdkError('AccessDenied', 'no', 403)));
  expect(await run()).toMatchObject({ failure: { kind: 'denied' } });
  expect(tried).toHaveLength(1);
  expect(clock.slept).toEqual([]);
});

test('a throttled call slows down all that share its limit, and a good one speeds them up slowly', async () => {
  const { run, limiter } = setUp(failing(2, throttle));
  const before = limiter.perSecond(key);
  await run();
  expect(limiter.perSecond(key)).toBeCloseTo(before / 4 + 0.05);
  expect(limiter.perSecond({ ...key, region: 'us-east-1' })).toBe(before);
});

test('a failure that is no throttling leaves the limit as it is', async () => {
  const { run, limiter } = setUp(failing(9, reset));
  const before = limiter.perSecond(key);
  await run();
  expect(limiter.perSecond(key)).toBe(before);
});

test('a call that is never answered is given up in time, and tried again', async () => {
  const { run, tried } = setUp(() => new Promise(() => {}), { timeout: 5, tries: 2 });
  expect(await run()).toMatchObject({ failure: { kind: 'unreachable', code: 'ETIMEDOUT' } });
  expect(tried).toHaveLength(2);
});

test('what is given up is told to stop', async () => {
  const stopped: boolean[] = [];
  const { run } = setUp(
    (_call, signal) =>
      new Promise(() => signal.addEventListener('abort', () => stopped.push(signal.aborted))),
    { timeout: 5, tries: 1 },
  );
  await run();
  expect(stopped).toEqual([true]);
});

test('who cancels waits for nothing: not for the answer', async () => {
  const abort = new AbortController();
  const { run, tried } = setUp(() => new Promise(() => {}));
  const running = run(abort.signal);
  const reason = new Error('enough');
  setTimeout(() => abort.abort(reason), 5);
  await expect(running).rejects.toBe(reason);
  expect(tried).toEqual([]);
});

test('who cancels waits for nothing: not for the pause before the next try', async () => {
  const abort = new AbortController();
  let tries = 0;
  const { run } = setUp(failing(9, reset), {
    onAttempt: () => {
      tries++;
      abort.abort(new Error('enough'));
    },
  });
  await expect(run(abort.signal)).rejects.toThrow('enough');
  expect(tries).toBe(1);
});

test('what is cancelled already is not sent', async () => {
  let sent = 0;
  const { run } = setUp(async () => ++sent);
  const reason = new Error('enough');
  await expect(run(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(sent).toBe(0);
});

test('the time limit of a call does not run while somebody types an MFA code', async () => {
  const asked: string[] = [];
  const { run, tried } = setUp(failing(0, reset), {
    timeout: 5,
    tries: 1,
    ready: (account) => {
      asked.push(account);
      return new Promise((resolve) => setTimeout(resolve, 40));
    },
  });
  expect(await run()).toEqual({ output: { Volumes: [] } });
  expect(asked).toEqual([call.account]);
  expect(tried).toHaveLength(1);
});

test('a session that cannot be renewed is the failure of the call', async () => {
  const { run } = setUp(failing(0, reset), {
    ready: async () => {
      throw sdkError('ExpiredTokenException', 'The security token included in the request is expired', 400);
    },
  });
  expect(await run()).toMatchObject({ failure: { kind: 'expired' } });
});
