import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portOverIpc } from '../../../src/engine/transport/node-child.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function started() {
  const child = fork(join(import.meta.dirname, 'child.ts'), { serialization: 'advanced', execArgv: [] });
  children.push(child);
  return { ...connect(portOverIpc(child)), child };
}

test('a Node child process answers calls and sends events', async () => {
  const { client, on, ready, child } = started();
  expect(await ready).toEqual({ pid: child.pid });
  const changed = new Promise((resolve) => on('changed', resolve));
  expect((await client.app.info({})).version).toBe('1.2.3');
  expect(await changed).toEqual({ what: 'snapshot' });
});

test('a call in a Node child process can be cancelled', async () => {
  const { client, ready } = started();
  await ready;
  const abort = new AbortController();
  const call = client.aws.whoami({ profile: 'a' }, { signal: abort.signal });
  abort.abort();
  await expect(call).rejects.toMatchObject({ code: 'cancelled' });
});

test('when a Node child process is killed its calls are rejected', async () => {
  const { client, ready, child } = started();
  await ready;
  const call = client.aws.whoami({ profile: 'a' });
  await client.app.info({});
  child.kill('SIGKILL');
  await expect(call).rejects.toMatchObject({ code: 'engine-lost' });
});

test('a Node child process ends when it is asked to stop', async () => {
  const { stop, ready, child } = started();
  await ready;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  stop();
  expect(await ended).toBe(0);
});

test('a Node child process ends when its parent lets go', async () => {
  const { close, ready, child } = started();
  await ready;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  close();
  expect(await ended).toBe(0);
});
