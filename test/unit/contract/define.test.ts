import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call, clientOf, findCall } from '../../../src/shared/contract/define.ts';
import { contract, eventSchemas } from '../../../src/shared/contract/index.ts';

const small = {
  findings: { page: call(z.object({ limit: z.number().default(50) }), z.object({ total: z.number() })) },
} as const;

test('a client sends each call under the name of its domain, with its signal', async () => {
  const sent: unknown[] = [];
  const client = clientOf(small, async (...all) => {
    sent.push(all);
    return { total: 3 };
  });
  const { signal } = new AbortController();
  expect(await client.findings.page({ limit: 5 }, { signal })).toEqual({ total: 3 });
  await client.findings.page({});
  expect(sent).toEqual([
    ['findings.page', { limit: 5 }, { signal }],
    ['findings.page', {}, undefined],
  ]);
});

describe('a call is found by its name', () => {
  test('and only by that', () => {
    expect(findCall(small, 'findings.page')).toBe(small.findings.page);
    for (const method of ['', '.', 'findings', 'findings.', '.page', 'findings.get', 'page.findings'])
      expect(findCall(small, method)).toBeUndefined();
  });

  test('what every object inherits is no call, for the name comes from the window', () => {
    for (const method of [
      'constructor.name',
      '__proto__.toString',
      'findings.constructor',
      'findings.__proto__',
    ])
      expect(findCall(small, method)).toBeUndefined();
  });
});

describe('the contract itself', () => {
  const calls = Object.entries(contract).flatMap(([domain, some]) =>
    Object.entries(some).map(([name, one]) => [`${domain}.${name}`, one] as const),
  );

  test.each(calls)('%s takes and gives what can travel as JSON', (method, { args, result }) => {
    expect(findCall(contract, method)).toBeDefined();
    expect(() => z.toJSONSchema(args, { io: 'input', unrepresentable: 'throw' })).not.toThrow();
    // A property that is 'any JSON, or not there' has no schema of its own.
    expect(() => z.toJSONSchema(result, { unrepresentable: 'any' })).not.toThrow();
  });

  test('no call is answered by an event of the same name', () => {
    for (const event of Object.keys(eventSchemas)) expect(findCall(contract, event)).toBeUndefined();
  });
});
