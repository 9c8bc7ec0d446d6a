import { type Client, clientOf, findCall, type Invoke } from '../../shared/contract/define.ts';
import { cancelled, FieldbookError, fromData } from '../../shared/contract/errors.ts';
import { type Contract, contract, type EventName, type Events, eventSchemas } from '../../shared/contract/index.ts';
import type { Port } from './port.ts';
import { contractVersion, idOf, PROTOCOL, type Reply, type Request, replySchema } from './protocol.ts';

export interface ConnectOptions {
  /** For a log: the other side said something that this side does not understand. */
  onProblem?: (what: string) => void;
  /** Milliseconds in which the engine must answer the greeting. */
  greetingMs?: number;
}

export interface Connection {
  /** Settles when the engine has answered the greeting; calls made before wait for it. */
  ready: Promise<{ pid: number }>;
  client: Client<Contract>;
  invoke: Invoke;
  on<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void;
  /** Every event, for passing on. */
  onAny(listener: (event: EventName, data: unknown) => void): () => void;
  /** Told once, when the engine can no longer be reached. */
  onLost(listener: (reason: string) => void): void;
  /** Asks the engine to close what is open and to leave. */
  stop(): void;
  close(): void;
}

interface Pending {
  method: string;
  resolve(value: unknown): void;
  reject(error: FieldbookError): void;
}

/**
 * The calling end of a channel to an engine. A call that is cancelled settles when its handler has really stopped;
 * when the engine goes away, everything that waits is rejected at once with `engine-lost`.
 */
export function connect(port: Port, { onProblem = () => {}, greetingMs = 15_000 }: ConnectOptions = {}): Connection {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: EventName, data: unknown) => void>();
  const lostListeners: ((reason: string) => void)[] = [];
  const greeting = {} as { resolve(engine: { pid: number }): void; reject(error: FieldbookError): void };
  const ready = new Promise<{ pid: number }>((resolve, reject) => Object.assign(greeting, { resolve, reject }));
  // Whoever only makes calls learns of a failed greeting through them.
  ready.catch(() => {});
  let lost: string | undefined;
  let lastId = 0;

  const post = (request: Request) => port.post(request);
  const lose = (reason: string, error = engineLost()) => {
    if (lost !== undefined) return;
    lost = reason;
    clearTimeout(timer);
    greeting.reject(error);
    for (const call of pending.values()) call.reject(engineLost());
    pending.clear();
    for (const listener of lostListeners) listener(reason);
  };
  const give = (error: FieldbookError) => {
    lose(error.message, error);
    port.close();
  };
  const timer = setTimeout(
    () => give(new FieldbookError('engine-lost', `The engine did not answer within ${greetingMs / 1000} s.`, RESTARTS)),
    greetingMs,
  );

  const settle = (reply: Reply) => {
    switch (reply.kind) {
      case 'welcome':
        clearTimeout(timer);
        return greeting.resolve({ pid: reply.pid });
      case 'refused':
        return give(fromData(reply.error));
      case 'event': {
        const data = eventSchemas[reply.event].safeParse(reply.data);
        if (!data.success) return onProblem(`event '${reply.event}' has an unknown shape`);
        for (const listener of listeners) listener(reply.event, data.data);
        return;
      }
      case 'result':
      case 'error': {
        const call = pending.get(reply.id);
        if (!call) return onProblem(`an answer to call ${reply.id}, which nobody made`);
        pending.delete(reply.id);
        if (reply.kind === 'error') return call.reject(fromData(reply.error));
        const value = findCall(contract, call.method)!.result.safeParse(reply.value);
        return value.success ? call.resolve(value.data) : call.reject(unusable(call.method, value.error));
      }
    }
  };

  port.onMessage((message) => {
    const reply = replySchema.safeParse(message);
    if (reply.success) return settle(reply.data);
    onProblem(`a message of unknown shape: ${reply.error.message}`);
    const { data: id } = idOf.safeParse(message);
    if (id !== undefined) pending.get(id)?.reject(unusable(pending.get(id)!.method, reply.error));
  });
  port.onClose((reason) => lose(reason));
  post({ kind: 'hello', protocol: PROTOCOL, contract: contractVersion });

  const invoke: Invoke = async (method, args, { signal } = {}) => {
    await ready;
    if (signal?.aborted) throw cancelled();
    if (lost !== undefined) throw engineLost();
    if (!findCall(contract, method)) throw unknownCall(method);
    const id = ++lastId;
    const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { method, resolve, reject }));
    const cancel = () => post({ kind: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      post({ kind: 'call', id, method, args });
      return await answer;
    } finally {
      pending.delete(id);
      signal?.removeEventListener('abort', cancel);
    }
  };

  const onAny: Connection['onAny'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    ready,
    client: clientOf(contract, invoke),
    invoke,
    on: (event, listener) =>
      onAny((name, data) => {
        if (name === event) listener(data as Parameters<typeof listener>[0]);
      }),
    onAny,
    onLost: (listener) => {
      lostListeners.push(listener);
    },
    stop: () => post({ kind: 'stop' }),
    close: () => {
      lose('closed here');
      port.close();
    },
  };
}

const RESTARTS = 'Fieldbook starts it again by itself; repeat what you were doing.';

export const engineLost = (): FieldbookError =>
  new FieldbookError('engine-lost', 'The engine stopped before it answered.', RESTARTS);

const unusable = (method: string, cause: Error): FieldbookError =>
  new FieldbookError(
    'internal',
    `The engine's answer to '${method}' cannot be used.`,
    'Nothing was lost. This is a mistake in Fieldbook: please report it with the details.',
    { cause },
  );

const unknownCall = (method: string): FieldbookError =>
  new FieldbookError(
    'bad-input',
    `There is no call '${method}'.`,
    'This is a mistake in Fieldbook: please report it.',
  );
