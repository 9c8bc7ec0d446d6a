import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Client, call, type Handlers } from '../../../src/shared/contract/define.ts';
import type { ErrorCode } from '../../../src/shared/contract/errors.ts';
import type { Contract, Events } from '../../../src/shared/contract/index.ts';

/**
 * Proved by the compiler: `npm run types` fails when one of the lines below an `@ts-expect-error` compiles.
 */
const small = {
  scores: {
    get: call(z.object({ snapshot: z.string().default('newest') }), z.object({ score: z.number() })),
  },
  scan: { list: call(z.object({}), z.object({ snapshots: z.array(z.string()) })) },
} as const;
type Small = typeof small;

const list = () => ({ snapshots: [] });
const get = ({ snapshot }: { snapshot: string }) => ({ score: snapshot.length });

test('all handlers, sync or async, make an engine', () => {
  const whole: Handlers<Small> = { scores: { get: async (args) => get(args) }, scan: { list } };
  expect(Object.keys(whole)).toEqual(['scores', 'scan']);
});

test('a missing handler does not compile', () => {
  // @ts-expect-error: scan.list is missing
  const withoutCall: Handlers<Small> = { scores: { get }, scan: {} };
  // @ts-expect-error: the domain scan is missing
  const withoutDomain: Handlers<Small> = { scores: { get } };
  expect([withoutCall, withoutDomain]).toBeDefined();
});

test('a handler with another result, or that asks for more than the call has, does not compile', () => {
  // @ts-expect-error: score is a number
  const words: Handlers<Small>['scores']['get'] = () => ({ score: 'high' });
  // @ts-expect-error: the call has no aspect
  const more: Handlers<Small>['scores']['get'] = (args: { snapshot: string; aspect: string }) => get(args);
  expect([words, more]).toBeDefined();
});

test('a default may be left out by who calls and is there for who answers', () => {
  const calls: Client<Small>['scores']['get'] = async () => ({ score: 1 });
  const answers: Handlers<Small>['scores']['get'] = ({ snapshot }) => ({ score: snapshot.length });
  void calls({});
  // @ts-expect-error: the handler is given the default, so its caller has to give it
  void (() => answers({}, { signal: new AbortController().signal }));
  // @ts-expect-error: nothing else may be sent
  void calls({ snapsot: 'newest' });
  expect(answers).toBeDefined();
});

test('the real contract: a call, an event or an error code that does not exist does not compile', () => {
  // @ts-expect-error: findings has no call of that name
  type Missing = Client<Contract>['findings']['delete'];
  // @ts-expect-error: no such event
  type Event = Events['scan.finished'];
  // @ts-expect-error: programs decide by the codes, so they are a closed list
  const code: ErrorCode = 'something-else';
  expect([null as Missing | Event | null, code]).toBeDefined();
});
