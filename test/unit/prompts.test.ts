import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Prompts } from '../../src/engine/prompts.ts';
import { thrownBy } from '../support/errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const never = new AbortController().signal;
const signIn = { account: '111122223333', profile: 'client', command: 'aws sso login --profile client' };

function asking() {
  const told: string[] = [];
  const prompts = new Prompts((event) => told.push(event), 10 * MINUTE);
  return { prompts, told };
}

test('a code that is typed goes to whoever asked, and the question is closed', async () => {
  const { prompts, told } = asking();
  const code = prompts.mfa('arn:aws:iam::111122223333:mfa/ana', 'client', never);
  const [open] = prompts.open;
  expect(open).toMatchObject({ kind: 'mfa', profile: 'client', serial: 'arn:aws:iam::111122223333:mfa/ana' });
  prompts.answer(open!.id, { kind: 'code', code: '123456' });
  expect(await code).toBe('123456');
  expect(prompts.open).toEqual([]);
  expect(told).toEqual(['prompt', 'prompt.closed']);
});

test('accounts of one profile share the question of signing in', async () => {
  const { prompts, told } = asking();
  const first = prompts.signIn(signIn, never);
  const second = prompts.signIn({ ...signIn, account: '222233334444' }, never);
  expect(prompts.open).toHaveLength(1);
  prompts.answer(prompts.open[0]!.id, { kind: 'signed-in' });
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(told).toEqual(['prompt', 'prompt.closed']);
});

test('a question that nobody answers in time counts as declined', async () => {
  const { prompts } = asking();
  const signedIn = prompts.signIn(signIn, never);
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
  expect(prompts.open).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await signedIn).toBe(false);
  expect(prompts.open).toEqual([]);
});

test('who declines to give a code is told what to do later', async () => {
  const { prompts } = asking();
  const refused = thrownBy(() => prompts.mfa('device', 'client', never));
  prompts.answer(prompts.open[0]!.id, { kind: 'cancelled' });
  expect(await refused).toMatchObject({ code: 'mfa-needed' });
});

test('a scan that is stopped takes its question with it', async () => {
  const { prompts, told } = asking();
  const abort = new AbortController();
  const signedIn = prompts.signIn(signIn, abort.signal);
  abort.abort();
  expect(await signedIn).toBe(false);
  expect(told).toEqual(['prompt', 'prompt.closed']);
});

test('an answer to a question that is gone does nothing', async () => {
  const { prompts } = asking();
  const signedIn = prompts.signIn(signIn, never);
  prompts.answer('another', { kind: 'signed-in' });
  expect(prompts.open).toHaveLength(1);
  prompts.answer(prompts.open[0]!.id, { kind: 'cancelled' });
  expect(await signedIn).toBe(false);
});
