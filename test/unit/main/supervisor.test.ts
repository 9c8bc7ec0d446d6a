import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serve } from '../../../src/engine/serve.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import type { Port } from '../../../src/engine/transport/port.ts';
import type { EngineProcess } from '../../../src/main/engine/launch.ts';
import { type SupervisorOptions, superviseEngine } from '../../../src/main/engine/supervisor.ts';
import type { EngineState } from '../../../src/shared/contract/desktop.ts';
import { info, type StubEngine, stubEngine } from '../../support/stub-engine.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-14T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A process that serves the stub until it is killed. */
function fakeProcess(engine: StubEngine): EngineProcess & { killed: number; there: Port } {
  const [here, there] = portPair();
  void serve(engine, there);
  const process = { port: here, there, killed: 0, kill: () => {} };
  process.kill = () => {
    process.killed++;
    there.close();
  };
  return process;
}

function supervised(options: Partial<SupervisorOptions> & { engine?: StubEngine } = {}) {
  const engine = options.engine ?? stubEngine({ app: { info: () => info } });
  const processes: ReturnType<typeof fakeProcess>[] = [];
  const states: EngineState[] = [];
  const events: unknown[] = [];
  const supervisor = superviseEngine({
    launch: () => {
      const process = fakeProcess(engine);
      processes.push(process);
      return process;
    },
    prepare: async () => {},
    onState: (state) => states.push(state),
    onEvent: (event, data) => events.push([event, data]),
    log: () => {},
    ...options,
  });
  return { supervisor, processes, states, events, engine, names: () => states.map(({ state }) => state) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('an engine is started, greeted and ready', async () => {
  const { supervisor, states } = supervised();
  supervisor.start();
  await settle();
  expect(states).toEqual([
    { state: 'starting', attempt: 1 },
    { state: 'ready', pid: process.pid },
  ]);
});

test('a call that is made while the engine starts waits for it', async () => {
  const { supervisor } = supervised();
  supervisor.start();
  expect(await supervisor.invoke('app.info', {})).toEqual(info);
});

test('a lost engine is said to be lost, and started again after a pause', async () => {
  const { supervisor, processes, states, names } = supervised();
  supervisor.start();
  await settle();
  processes[0]!.there.close();
  await settle();
  expect(states.at(-1)).toEqual({
    state: 'lost',
    reason: 'closed by the other side',
    retryAt: '2026-11-14T10:00:00.500Z',
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(processes).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(names()).toEqual(['starting', 'ready', 'lost', 'starting', 'ready']);
  expect(await supervisor.invoke('app.info', {})).toEqual(info);
});

test('calls under way are rejected when the engine is lost, and so are calls until it is back', async () => {
  const engine = stubEngine({ aws: { whoami: () => new Promise<never>(() => {}) } });
  const { supervisor, processes } = supervised({ engine });
  supervisor.start();
  await settle();
  const call = supervisor.invoke('aws.whoami', { profile: 'a' });
  call.catch(() => {});
  await settle();
  processes[0]!.there.close();
  await expect(call).rejects.toMatchObject({ code: 'engine-lost' });
  await expect(supervisor.invoke('app.info', {})).rejects.toMatchObject({ code: 'engine-lost' });
});

test('pauses double up to the longest, and after too many losses a person has to decide', async () => {
  const { supervisor, states, processes } = supervised({
    timing: { firstPause: 100, longestPause: 300, losses: 5 },
  });
  supervisor.start();
  for (let i = 0; i < 5; i++) {
    await settle();
    processes.at(-1)!.there.close();
    await settle();
    await vi.advanceTimersByTimeAsync(300);
  }
  const pauses = states.flatMap((state) => (state.state === 'lost' ? [state.retryAt.slice(-5, -1)] : []));
  expect(pauses).toHaveLength(4);
  expect(states.at(-1)).toMatchObject({ state: 'given-up' });
  expect(processes).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(processes).toHaveLength(5);
});

test('the pauses are 100, 200 and then never more than 300 ms', async () => {
  const { supervisor, processes } = supervised({ timing: { firstPause: 100, longestPause: 300, losses: 9 } });
  supervisor.start();
  for (const pause of [100, 200, 300, 300]) {
    await settle();
    const before = processes.length;
    processes.at(-1)!.there.close();
    await settle();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(processes).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes).toHaveLength(before + 1);
  }
});

test('a calm time lets losses be forgotten', async () => {
  const { supervisor, processes, names } = supervised({ timing: { losses: 2, calm: 1_000 } });
  supervisor.start();
  for (let i = 0; i < 4; i++) {
    await vi.advanceTimersByTimeAsync(2_000);
    processes.at(-1)!.there.close();
    await settle();
  }
  expect(names()).not.toContain('given-up');
});

test('a person can start it again after it was given up', async () => {
  const { supervisor, processes, names } = supervised({ timing: { losses: 1 } });
  supervisor.start();
  await settle();
  processes[0]!.there.close();
  await settle();
  expect(names().at(-1)).toBe('given-up');
  supervisor.restart();
  await settle();
  expect(names().at(-1)).toBe('ready');
});

test('an engine that does not greet in time is killed and counts as lost', async () => {
  const killed = vi.fn();
  const { supervisor, names } = supervised({
    launch: () => ({ port: portPair()[0], kill: killed }),
    timing: { greeting: 1_000 },
  });
  supervisor.start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(names()).toEqual(['starting', 'lost']);
  expect(killed).toHaveBeenCalled();
});

test('an engine of another version is given up at once', async () => {
  const { supervisor, states } = supervised({
    launch: () => {
      const [here, there] = portPair();
      const error = { code: 'version-mismatch', message: 'm', next: 'n', details: 'd' };
      there.onMessage(() => there.post({ kind: 'refused', error }));
      return { port: here, kill: () => there.close() };
    },
  });
  supervisor.start();
  await settle();
  expect(states.at(-1)).toEqual({ state: 'given-up', reason: 'd' });
});

test('nobody else may call before the engine is prepared', async () => {
  const order: string[] = [];
  const prepared = Promise.withResolvers<void>();
  const { supervisor, names } = supervised({
    prepare: async (client) => {
      await client.app.info({});
      await prepared.promise;
      order.push('prepared');
    },
  });
  supervisor.start();
  const call = supervisor.invoke('app.info', {}).then(() => order.push('called'));
  await settle();
  expect(names()).toEqual(['starting']);
  prepared.resolve();
  await call;
  expect(order).toEqual(['prepared', 'called']);
});

test('an engine that is lost while it is prepared is started again', async () => {
  let times = 0;
  const { supervisor, processes, names } = supervised({
    prepare: async (client) => {
      if (times++ > 0) return;
      processes[0]!.there.close();
      await client.app.info({}).catch(() => {});
    },
  });
  supervisor.start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(names()).toEqual(['starting', 'lost', 'starting', 'ready']);
});

test('events of the engine are passed on', async () => {
  const { supervisor, events, engine } = supervised();
  supervisor.start();
  await settle();
  engine.emit('changed', { what: 'findings' });
  await settle();
  expect(events).toEqual([['changed', { what: 'findings' }]]);
});

test('stopping closes what is open, and starts nothing again', async () => {
  const { supervisor, processes, engine, names } = supervised();
  supervisor.start();
  await settle();
  await supervisor.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(engine.closed).toBe(true);
  expect(processes).toHaveLength(1);
  expect(names()).toEqual(['starting', 'ready']);
});

test('an engine that does not stop in time is killed', async () => {
  const [here, there] = portPair();
  there.onMessage((message) => {
    if ((message as { kind: string }).kind === 'hello') there.post({ kind: 'welcome', pid: 1 });
  });
  const killed = vi.fn();
  const { supervisor } = supervised({
    launch: () => ({ port: here, kill: killed }),
    timing: { stopping: 1_000 },
  });
  supervisor.start();
  await settle();
  const stopped = supervisor.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  await stopped;
  expect(killed).toHaveBeenCalled();
});
