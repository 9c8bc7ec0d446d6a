import { expect, test, vi } from 'vitest';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import { cancelled } from '../../../src/shared/contract/errors.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(cancelled()), { once: true }),
  );

function connected(handlers: Parameters<typeof stubEngine>[0]) {
  const [here, there] = portPair();
  void serve(stubEngine(handlers), there);
  return connect(here);
}

test('cancelling a call aborts the signal of its handler, and of no other', async () => {
  const seen: AbortSignal[] = [];
  const { client } = connected({
    aws: {
      whoami: (_, { signal }) => {
        seen.push(signal);
        return untilAborted(signal);
      },
    },
    app: { info: () => info },
  });
  const abort = new AbortController();
  const call = client.aws.whoami({ profile: 'a' }, { signal: abort.signal });
  const other = client.aws.whoami({ profile: 'b' });
  await client.app.info({});
  abort.abort();
  await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen.map((signal) => signal.aborted)).toEqual([true, false]);
  other.catch(() => {});
});

test('a cancelled call settles only when its handler has stopped', async () => {
  const stopping = Promise.withResolvers<void>();
  const { client } = connected({
    scan: {
      async cancel(_, { signal }) {
        await untilAborted(signal).catch(() => stopping.promise);
        throw cancelled();
      },
    },
    app: { info: () => info },
  });
  const abort = new AbortController();
  const settled = vi.fn();
  const call = client.scan.cancel({}, { signal: abort.signal }).catch(settled);
  await client.app.info({});
  abort.abort();
  await client.app.info({});
  expect(settled).not.toHaveBeenCalled();
  stopping.resolve();
  await call;
  expect(settled).toHaveBeenCalledWith(expect.objectContaining({ code: 'cancelled' }));
});

test('a call that is cancelled before it is made is never made', async () => {
  const whoami = vi.fn();
  const { client } = connected({ aws: { whoami } });
  await expect(client.aws.whoami({ profile: 'a' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(whoami).not.toHaveBeenCalled();
});

test('cancelling what has already been answered does nothing', async () => {
  const { client } = connected({ app: { info: () => info } });
  const abort = new AbortController();
  expect(await client.app.info({}, { signal: abort.signal })).toEqual(info);
  abort.abort();
  expect(await client.app.info({})).toEqual(info);
});
