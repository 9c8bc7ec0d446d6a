import { expect, test, vi } from 'vitest';
import { keepEngagement } from '../../../src/main/engine/kept-engagement.ts';
import { clientOf } from '../../../src/shared/contract/define.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { contract } from '../../../src/shared/contract/index.ts';

function engine(answer: () => Promise<unknown> = async () => ({})) {
  const invoke = vi.fn((_method: string, _args: unknown) => answer());
  return { invoke, client: clientOf(contract, invoke) };
}

const atOnce = async () => {};

const wrong = async () => {
  throw new FieldbookError('wrong-passphrase', 'No.', 'Again.');
};

test('what was open is opened again on a new engine, in the same way', async () => {
  const kept = keepEngagement(atOnce);
  await kept.watch(engine().invoke)('engagement.open', { path: 'a', passphrase: 'p', readonly: true });
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke.mock.calls).toEqual([
    ['engagement.open', { path: 'a', passphrase: 'p', readonly: true }, undefined],
  ]);
});

test('a new engagement is opened again as well', async () => {
  const kept = keepEngagement(atOnce);
  await kept.watch(engine().invoke)('engagement.create', { path: 'a', passphrase: 'p', client: 'Acme' });
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).toHaveBeenCalledWith(
    'engagement.open',
    { path: 'a', passphrase: 'p', readonly: false },
    undefined,
  );
});

test.each([
  ['nothing was opened', async () => {}],
  [
    'it was closed',
    async (invoke: ReturnType<ReturnType<typeof keepEngagement>['watch']>) => {
      await invoke('engagement.open', { path: 'a', passphrase: 'p' });
      await invoke('engagement.close', {});
    },
  ],
])('nothing is opened again when %s', async (_, before) => {
  const kept = keepEngagement(atOnce);
  await before(kept.watch(engine().invoke));
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
});

test('when another could not be opened, the one before is not open any more either', async () => {
  const kept = keepEngagement(atOnce);
  await kept.watch(engine().invoke)('engagement.open', { path: 'a', passphrase: 'p' });
  await kept
    .watch(engine(wrong).invoke)('engagement.open', { path: 'b', passphrase: 'q' })
    .catch(() => {});
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
});

test('an engagement that could not be opened is not remembered', async () => {
  const kept = keepEngagement(atOnce);
  await kept
    .watch(engine(wrong).invoke)('engagement.open', { path: 'a', passphrase: 'p' })
    .catch(() => {});
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
});

test('what was asked for on start is opened, and then no longer asked for', async () => {
  const kept = keepEngagement(atOnce, { path: 'a', passphrase: 'p' });
  expect(kept.requested).toEqual({ path: 'a', opening: true, error: null });
  await kept.reopen(engine().client);
  expect(kept.requested).toBeNull();
});

test('without a passphrase the window asks for it', async () => {
  const kept = keepEngagement(atOnce, { path: 'a', passphrase: undefined });
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
  expect(kept.requested).toEqual({ path: 'a', opening: false, error: null });
});

test('a wrong passphrase is told and not tried again', async () => {
  const kept = keepEngagement(atOnce, { path: 'a', passphrase: 'p' });
  await kept.reopen(engine(wrong).client);
  expect(kept.requested).toMatchObject({ path: 'a', opening: false, error: { code: 'wrong-passphrase' } });
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
});

test('a file that takes the engine down is not opened again by itself', async () => {
  const kept = keepEngagement(atOnce, { path: 'a', passphrase: 'p' });
  await kept.reopen(
    engine(async () => {
      throw new FieldbookError('engine-lost', 'Gone.', 'Wait.');
    }).client,
  );
  const next = engine();
  await kept.reopen(next.client);
  expect(next.invoke).not.toHaveBeenCalled();
  expect(kept.requested).toMatchObject({ path: 'a', error: { code: 'engine-lost' } });
});

test('a file that is asked for later is opened like one on start', async () => {
  const kept = keepEngagement(atOnce);
  kept.request({ path: 'a', passphrase: 'p' });
  expect(kept.requested).toEqual({ path: 'a', opening: true, error: null });
  await kept.reopen(engine().client);
  expect(kept).toMatchObject({ requested: null, open: { path: 'a', readonly: false } });
});

test('without a passphrase it waits for the person', async () => {
  const kept = keepEngagement(atOnce);
  kept.request({ path: 'a' });
  const { client, invoke } = engine();
  await kept.reopen(client);
  expect(invoke).not.toHaveBeenCalled();
  expect(kept).toMatchObject({ requested: { path: 'a', opening: false, error: null }, open: undefined });
});

test('a file is opened when the engine of a window that was closed has let go of it, not before', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked: string[] = [];
  const released = (path: string) => {
    asked.push(path);
    return promise;
  };
  const typed = engine();
  const again = engine();
  const opened = [
    keepEngagement(released).watch(typed.invoke)('engagement.open', { path: 'a', passphrase: 'p' }),
    keepEngagement(released, { path: 'b', passphrase: 'p' }).reopen(again.client),
  ];
  await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
  expect(typed.invoke).not.toHaveBeenCalled();
  expect(again.invoke).not.toHaveBeenCalled();
  resolve();
  await Promise.all(opened);
  expect(typed.invoke).toHaveBeenCalledOnce();
  expect(again.invoke).toHaveBeenCalledOnce();
});
