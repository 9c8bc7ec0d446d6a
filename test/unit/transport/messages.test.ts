import { expect, test, vi } from 'vitest';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import type { Port } from '../../../src/engine/transport/port.ts';
import { contractVersion, PROTOCOL } from '../../../src/engine/transport/protocol.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

const hello = { kind: 'hello', protocol: PROTOCOL, contract: contractVersion };
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** An engine, spoken to by hand. */
async function engineAlone(...messages: unknown[]) {
  const [here, there] = portPair();
  const problems: string[] = [];
  const replies: unknown[] = [];
  here.onMessage((message) => replies.push(message));
  const whoami = vi.fn();
  void serve(stubEngine({ app: { info: () => info }, aws: { whoami } }), there, {
    onProblem: (what) => problems.push(what),
  });
  for (const message of messages) here.post(message);
  await turn();
  return { replies, problems, whoami };
}

/** A client, whose engine speaks by hand. */
function clientAlone(answer: (message: { kind: string; id: number }, engine: Port) => void) {
  const [here, there] = portPair();
  there.onMessage((message) => answer(message as { kind: string; id: number }, there));
  const problems: string[] = [];
  return { ...connect(here, { onProblem: (what) => problems.push(what) }), problems };
}

test('the contract has a version of its own', () => {
  expect(contractVersion).toMatch(/^[0-9a-f]{8}$/);
});

test.each([
  ['protocol', { ...hello, protocol: PROTOCOL + 1 }],
  ['contract', { ...hello, contract: 'another' }],
])('an engine refuses a caller of another %s', async (_, greeting) => {
  const { replies } = await engineAlone(greeting);
  expect(replies).toMatchObject([{ kind: 'refused', error: { code: 'version-mismatch' } }]);
});

test('a caller that was refused learns why with each of its calls', async () => {
  const error = { code: 'version-mismatch', message: 'm', next: 'n' };
  const { client, ready } = clientAlone((message, engine) => {
    if (message.kind === 'hello') engine.post({ kind: 'refused', error });
  });
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'version-mismatch' });
  await expect(ready).rejects.toMatchObject({ code: 'version-mismatch' });
});

test('nothing is called before the greeting', async () => {
  const { replies, problems, whoami } = await engineAlone({
    kind: 'call',
    id: 1,
    method: 'aws.whoami',
    args: { profile: 'a' },
  });
  expect(whoami).not.toHaveBeenCalled();
  expect(replies).toEqual([]);
  expect(problems).toHaveLength(1);
});

test.each([[null], ['hello'], [{}], [{ kind: 'run', code: '1' }], [{ kind: 'cancel', id: 'all' }]])(
  'an engine puts down %j and goes on',
  async (message) => {
    const { replies, problems } = await engineAlone(hello, message, {
      kind: 'call',
      id: 7,
      method: 'app.info',
      args: {},
    });
    expect(problems).toHaveLength(1);
    expect(replies).toMatchObject([{ kind: 'welcome' }, { kind: 'result', id: 7, value: info }]);
  },
);

test('a call that is not understood is answered when it has an id', async () => {
  const { replies } = await engineAlone(hello, { kind: 'call', id: 3, method: 7 });
  expect(replies).toMatchObject([
    { kind: 'welcome' },
    { kind: 'error', id: 3, error: { code: 'bad-input' } },
  ]);
});

test('an id is not used twice at the same time', async () => {
  const call = { kind: 'call', id: 1, method: 'aws.whoami', args: { profile: 'a' } };
  const { problems, whoami } = await engineAlone(hello, call, call);
  expect(whoami).toHaveBeenCalledOnce();
  expect(problems).toEqual(['call 1 came twice']);
});

test('a caller puts down what it does not understand and goes on', async () => {
  const { client, problems } = clientAlone((message, engine) => {
    if (message.kind === 'hello') engine.post({ kind: 'welcome', pid: 1 });
    else {
      engine.post({ kind: 'surprise' });
      engine.post({ kind: 'result', id: 99, value: 1 });
      engine.post({ kind: 'result', id: message.id, value: info });
    }
  });
  expect(await client.app.info({})).toEqual(info);
  expect(problems).toHaveLength(2);
});

test('an answer that is not understood fails its call instead of leaving it waiting', async () => {
  const { client } = clientAlone((message, engine) => {
    if (message.kind === 'hello') engine.post({ kind: 'welcome', pid: 1 });
    else engine.post({ kind: 'error', id: message.id, error: 'no' });
  });
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'internal' });
});
