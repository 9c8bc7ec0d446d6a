import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { expect, test, vi } from 'vitest';
import { openDoor } from '../../../src/main/door.ts';
import { PAGE } from '../../../src/main/security/origin.ts';
import { type Answer, channels } from '../../../src/shared/contract/bridge.ts';
import type { Handlers } from '../../../src/shared/contract/define.ts';
import type { WindowContract } from '../../../src/shared/contract/desktop.ts';
import { cancelled, FieldbookError } from '../../../src/shared/contract/errors.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

function door(given: Parameters<typeof stubEngine>[0] = {}) {
  const listeners = new Map<string, (event: unknown, message: unknown) => unknown>();
  const ipc = {
    handle: (channel: string, listener: never) => listeners.set(channel, listener),
    on: (channel: string, listener: never) => listeners.set(channel, listener),
  } as unknown as IpcMain;
  const handlers = { ...stubEngine(given).handlers, desktop: {} } as unknown as Handlers<WindowContract>;
  const ours = new Set<unknown>();
  openDoor({ ipc, handlersOf: (page) => (ours.has(page) ? handlers : undefined), log: () => {} });
  const page = Object.assign(new EventEmitter(), { mainFrame: { url: PAGE } });
  ours.add(page);
  const event = { sender: page, senderFrame: page.mainFrame as { url: string } | null };
  return {
    page,
    event,
    call: (message: unknown, from = event) => listeners.get(channels.call)!(from, message) as Promise<Answer>,
    cancel: (id: unknown, from = event) => listeners.get(channels.cancel)!(from, id),
  };
}

const untilAborted = (_: unknown, { signal }: { signal: AbortSignal }) =>
  new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(cancelled())));

test('a call of our page is answered', async () => {
  const { call } = door({ app: { info: () => info } });
  expect(await call({ id: '1', method: 'app.info', args: {} })).toEqual({ ok: true, value: info });
});

test.each([
  ['another page', { url: 'https://evil.example/' }],
  ['a frame inside our page', { url: PAGE }],
  ['a frame that is gone', null],
])('a call from %s is refused', async (_, senderFrame) => {
  const handler = vi.fn(() => info);
  const { call, page } = door({ app: { info: handler } });
  await expect(
    call({ id: '1', method: 'app.info', args: {} }, { sender: page, senderFrame }),
  ).rejects.toThrow('refused');
  expect(handler).not.toHaveBeenCalled();
});

test('a page that is in no window of ours is refused, whatever its address', async () => {
  const { call } = door({ app: { info: () => info } });
  const mainFrame = { url: PAGE };
  const stranger = Object.assign(new EventEmitter(), { mainFrame });
  await expect(
    call({ id: '1', method: 'app.info', args: {} }, { sender: stranger, senderFrame: mainFrame }),
  ).rejects.toThrow('refused');
});

test('a call that is larger than anything in the contract is refused unread', async () => {
  const whoami = vi.fn();
  const { call } = door({ aws: { whoami } });
  const args = { profile: 'x'.repeat(20 * 1024 * 1024) };
  expect(await call({ id: '1', method: 'aws.whoami', args })).toMatchObject({
    error: { code: 'bad-input', message: expect.stringContaining('too large') },
  });
  expect(whoami).not.toHaveBeenCalled();
});

test('a property that would change every object does not travel', async () => {
  const whoami = vi.fn(() => ({}) as never);
  const { call } = door({ aws: { whoami } });
  const args = JSON.parse(
    '{"profile":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  await call({ id: '1', method: 'aws.whoami', args });
  expect(whoami.mock.calls[0]).toEqual([{ profile: 'x' }, expect.anything()]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a page that has gone elsewhere is refused, although it is the top frame', async () => {
  const { call, page } = door({ app: { info: () => info } });
  page.mainFrame.url = 'https://evil.example/';
  await expect(call({ id: '1', method: 'app.info', args: {} })).rejects.toThrow('refused');
});

test.each([
  [null],
  ['app.info'],
  [{ id: 1, method: 'app.info', args: {} }],
  [{ id: '1', method: 'app.none', args: {} }],
  [{ id: '1', method: '__proto__.constructor', args: {} }],
  [{ id: '1', method: 'aws.whoami', args: { profile: 7 } }],
  [{ id: '1', method: 'aws.whoami', args: null }],
])('%j does not get through', async (message) => {
  const whoami = vi.fn();
  const { call } = door({ aws: { whoami } });
  expect(await call(message)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(whoami).not.toHaveBeenCalled();
});

test('an error comes as a value with its code', async () => {
  const { call } = door({
    app: {
      info: () => {
        throw new FieldbookError('disk-full', 'Full.', 'Free some.');
      },
    },
  });
  expect(await call({ id: '1', method: 'app.info', args: {} })).toMatchObject({
    ok: false,
    error: { code: 'disk-full', message: 'Full.', next: 'Free some.' },
  });
});

test('a page cancels its own call', async () => {
  const { call, cancel } = door({ aws: { whoami: untilAborted } });
  const answer = call({ id: 'a', method: 'aws.whoami', args: { profile: 'x' } });
  cancel('b');
  cancel({});
  cancel('a');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test.each(['destroyed', 'render-process-gone', 'did-navigate'])(
  'calls of a page end with %s',
  async (gone) => {
    const { call, page } = door({ aws: { whoami: untilAborted } });
    const answer = call({ id: 'a', method: 'aws.whoami', args: { profile: 'x' } });
    page.emit(gone);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  },
);
