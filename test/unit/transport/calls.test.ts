import { expect, test, vi } from 'vitest';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { info, type StubEngine, stubEngine } from '../../support/stub-engine.ts';

function connected(engine: StubEngine) {
  const [here, there] = portPair();
  const problems: string[] = [];
  const served = serve(engine, there, { onProblem: (what) => problems.push(what) });
  return { ...connect(here, { onProblem: (what) => problems.push(what) }), served, problems, here, there };
}

test('a call gives what its handler gives', async () => {
  const { client } = connected(stubEngine({ app: { info: () => info } }));
  expect(await client.app.info({})).toEqual(info);
});

test('answers find their calls, whatever their order', async () => {
  const slow = Promise.withResolvers<void>();
  const { client } = connected(
    stubEngine({
      aws: {
        async whoami({ profile }) {
          if (profile === 'slow') await slow.promise;
          return { account: profile, arn: '' };
        },
      },
    }),
  );
  const first = client.aws.whoami({ profile: 'slow' });
  expect((await client.aws.whoami({ profile: 'quick' })).account).toBe('quick');
  slow.resolve();
  expect((await first).account).toBe('slow');
});

test('an error keeps its code, its message, what to do next and its details', async () => {
  const { client } = connected(
    stubEngine({
      engagement: {
        open: () => {
          throw new FieldbookError('wrong-passphrase', 'No.', 'Try another.', { details: 'SQLITE_NOTADB' });
        },
      },
    }),
  );
  await expect(client.engagement.open({ path: 'x', passphrase: '' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
    message: 'No.',
    next: 'Try another.',
    details: 'SQLITE_NOTADB',
  });
});

test('any other thing that is thrown is an internal error', async () => {
  const { client } = connected(stubEngine());
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'internal' });
});

test('arguments that do not fit the contract are refused before the handler sees them', async () => {
  const open = vi.fn();
  const { client } = connected(stubEngine({ engagement: { open } }));
  await expect(client.engagement.open({ path: '', passphrase: 'x' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  expect(open).not.toHaveBeenCalled();
});

test('a call that the contract does not have is refused', async () => {
  const { invoke } = connected(stubEngine());
  await expect(invoke('app.format', {})).rejects.toMatchObject({ code: 'bad-input' });
  await expect(invoke('constructor.name', {})).rejects.toMatchObject({ code: 'bad-input' });
});

test('a result that does not fit the contract is an error, not a surprise in the window', async () => {
  const wrong = { ...info, checks: 'many' } as never;
  const { client } = connected(stubEngine({ app: { info: () => wrong } }));
  await expect(client.app.info({})).rejects.toMatchObject({ code: 'internal' });
});

test('a result that cannot travel is an error and not silence', async () => {
  const { client } = connected(
    stubEngine({ resources: { get: () => ({ resource: {}, body: () => {}, facets: {} }) as never } }),
  );
  await expect(client.resources.get({ arn: 'x' })).rejects.toMatchObject({ code: 'internal' });
});

test('what is not part of a shape does not travel', async () => {
  const { client } = connected(stubEngine({ app: { info: () => ({ ...info, secret: 's' }) } }));
  expect(await client.app.info({})).not.toHaveProperty('secret');
});

test('events reach whoever listens, and nobody else', async () => {
  const engine = stubEngine({ app: { info: () => info } });
  const { client, on } = connected(engine);
  const changed = vi.fn();
  const judged = vi.fn();
  on('changed', changed);
  const stop = on('judge.progress', judged);
  stop();
  await client.app.info({});
  engine.emit('changed', { what: 'findings' });
  engine.emit('judge.progress', { verdicts: 1 });
  await client.app.info({});
  expect(changed).toHaveBeenCalledExactlyOnceWith({ what: 'findings' });
  expect(judged).not.toHaveBeenCalled();
});

test('an event of the wrong shape is a problem for the log and reaches nobody', async () => {
  const engine = stubEngine({ app: { info: () => info } });
  const { client, on, problems } = connected(engine);
  const changed = vi.fn();
  on('changed', changed);
  await client.app.info({});
  engine.emit('changed', { what: 'everything' } as never);
  await client.app.info({});
  expect(changed).not.toHaveBeenCalled();
  expect(problems).toHaveLength(1);
});
