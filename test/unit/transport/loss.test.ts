import { expect, test, vi } from 'vitest';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

const never = () => new Promise<never>(() => {});

test('when the engine goes away every waiting call is rejected at once', async () => {
  const [here, there] = portPair();
  void serve(stubEngine({ app: { info: () => info, doctor: never }, aws: { whoami: never } }), there);
  const { client, onLost } = connect(here);
  const lost = vi.fn();
  onLost(lost);
  await client.app.info({});
  const calls = [client.app.doctor({}), client.aws.whoami({ profile: 'a' })];
  there.close();
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'engine-lost' });
  expect(lost).toHaveBeenCalledOnce();
});

test('a call on a lost engine is rejected at once', async () => {
  const [here, there] = portPair();
  void serve(stubEngine(), there);
  const { client, ready } = connect(here);
  await ready;
  there.close();
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'engine-lost' });
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'engine-lost' });
});

test('an engine that never answers the greeting is lost', async () => {
  const [here] = portPair();
  const { client, ready } = connect(here, { greetingMs: 20 });
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'engine-lost' });
  await expect(ready).rejects.toMatchObject({ details: 'no answer within 20 ms' });
});

test('when the caller goes away its calls are aborted and the engine is closed', async () => {
  const [here, there] = portPair();
  let signal: AbortSignal | undefined;
  const engine = stubEngine({
    app: { info: () => info },
    aws: {
      whoami: (_, context) => {
        signal = context.signal;
        return never();
      },
    },
  });
  const served = serve(engine, there);
  const { client, close } = connect(here);
  const call = client.aws.whoami({ profile: 'a' });
  await client.app.info({});
  close();
  await expect(call).rejects.toMatchObject({ code: 'engine-lost' });
  await served;
  expect(signal?.aborted).toBe(true);
  expect(engine.closed).toBe(true);
});

test('asked to stop, the engine closes what is open and goes', async () => {
  const [here, there] = portPair();
  const engine = stubEngine();
  const served = serve(engine, there);
  const { stop, ready, onLost } = connect(here);
  const lost = new Promise((resolve) => onLost(resolve));
  await ready;
  stop();
  await served;
  await lost;
  expect(engine.closed).toBe(true);
});
