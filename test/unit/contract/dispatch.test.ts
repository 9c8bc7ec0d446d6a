import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dispatch } from '../../../src/engine/dispatch.ts';
import { call, type Handlers } from '../../../src/shared/contract/define.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { thrownBy } from '../../support/errors.ts';

const small = {
  findings: {
    page: call(
      z.object({ limit: z.int().min(1).max(1000).default(50), text: z.string().optional() }),
      z.object({ total: z.number().int() }),
    ),
  },
} as const;
const { signal } = new AbortController();

/** Calls `findings.page`, or another name, on an engine whose one handler is given. */
function ask(
  args: unknown,
  page: Handlers<typeof small>['findings']['page'] = ({ limit }) => ({ total: limit }),
  method = 'findings.page',
) {
  return dispatch(small, { findings: { page } }, method, args, { signal });
}

test('defaults are filled in, and what the contract does not name is left out on both ways', async () => {
  let seen: unknown;
  const result = await ask({ text: 'x', more: 1 }, async (args) => {
    seen = args;
    return { total: 7, secret: 'passphrase' };
  });
  expect(seen).toEqual({ limit: 50, text: 'x' });
  expect(result).toEqual({ total: 7 });
});

test('a call without arguments gets the defaults', async () => {
  expect(await ask(undefined)).toEqual({ total: 50 });
  expect(await ask(null)).toEqual({ total: 50 });
});

test('the handler is given the signal', async () => {
  await ask({}, (_, context) => {
    expect(context.signal).toBe(signal);
    return { total: 0 };
  });
});

describe('refuses', () => {
  test.each([
    ['a number that is none', { limit: 'many' }, 'limit'],
    ['a number out of bounds', { limit: 0 }, 'limit'],
    ['something else than an object', 'everything', 'object'],
  ])('%s, and names the place', async (_, args, place) => {
    let asked = false;
    const error = await thrownBy(() =>
      ask(args, () => {
        asked = true;
        return { total: 0 };
      }),
    );
    expect(error).toMatchObject({ code: 'bad-input', message: expect.stringContaining(place) });
    expect(asked).toBe(false);
  });

  test.each(['findings.delete', 'findings', 'constructor.name', 'findings.__proto__', ''])(
    "the unknown call '%s'",
    async (method) => {
      expect(await thrownBy(() => ask({}, undefined, method))).toMatchObject({ code: 'bad-input' });
    },
  );

  test('to pass on a result that breaks the contract: the mistake is ours, and is named', async () => {
    const error = await thrownBy(() => ask({}, () => ({ total: 1.5 })));
    expect(error).toMatchObject({ code: 'internal', message: expect.stringContaining('findings.page') });
    expect(error.message).toContain('total');
  });
});

test("a handler's own error arrives as it was thrown", async () => {
  const thrown = new FieldbookError('nothing-scanned', 'Nothing yet.', 'Scan.');
  const error = await thrownBy(() =>
    ask({}, () => {
      throw thrown;
    }),
  );
  expect(error).toBe(thrown);
});
