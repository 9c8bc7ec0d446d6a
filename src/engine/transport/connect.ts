import { type Client, clientOf, findCall, type Invoke } from '../../shared/contract/define.ts';
import { cancelled, FieldbookError, fromData } from '../../shared/contract/errors.ts';
import {
  type Contract,
  contract,
  type EventName,
  type Events,
  eventSchemas,
} from '../../shared/contract/index.ts';
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
  /** Told once, when the engine can no longer be reached; the reason is in the details. */
  onLost(listener: (error: FieldbookError) => void): void;
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
export function connect(
  port: Port,
  { onProblem = () => {}, greetingMs = 15_000 }: ConnectOptions = {},
): Connection {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: EventName, data: unknown) => void>();
  const lostListeners: ((error: FieldbookError) => void)[] = [];
  const greeting = {} as { resolve(engine: { pid: number }): void; reject(error: FieldbookError): void };
  const ready = new Promise<{ pid: number }>((resolve, reject) =>
    Object.assign(greeting, { resolve, reject }),
  );
  // Whoever only makes calls learns of a failed greeting through them.
  ready.catch(() => {});
  let lost: FieldbookError | undefined;
  let lastId = 0;

  const post = (request: Request) => port.post(request);
  const lose = (error: FieldbookError) => {
    if (lost) return;
    lost = error;
    clearTimeout(timer);
    greeting.reject(error);
    for (const call of pending.values()) call.reject(error);
    pending.clear();
    for (const listener of lostListeners) listener(error);
  };
  const leave = (error: FieldbookError) => {
    lose(error);
    port.close();
  };
  const timer = setTimeout(() => leave(engineLost(`no answer within ${greetingMs} ms`)), greetingMs);

  const answer = (reply: Reply & { kind: 'result' | 'error' }) => {
    const call = pending.get(reply.id);
    if (!call) onProblem(`an answer to call ${reply.id}, which nobody made`);
    else if (reply.kind === 'error') call.reject(fromData(reply.error));
    else {
      const value = findCall(contract, call.method)!.result.safeParse(reply.value);
      if (value.success) call.resolve(value.data);
      else call.reject(unusable(call.method, value.error));
    }
  };

  const tell = (reply: Reply & { kind: 'event' }) => {
    const data = eventSchemas[reply.event].safeParse(reply.data);
    if (!data.success) onProblem(`event '${reply.event}' has an unknown shape`);
    else for (const listener of listeners) listener(reply.event, data.data);
  };

  const take = (reply: Reply) => {
    if (reply.kind === 'welcome') {
      clearTimeout(timer);
      greeting.resolve({ pid: reply.pid });
    } else if (reply.kind === 'refused') leave(fromData(reply.error));
    else if (reply.kind === 'event') tell(reply);
    else answer(reply);
  };

  port.onMessage((message) => {
    const reply = replySchema.safeParse(message);
    if (reply.success) {
      take(reply.data);
      return;
    }
    onProblem(`a message of unknown shape: ${reply.error.message}`);
    const call = pending.get(idOf.safeParse(message).data ?? 0);
    call?.reject(unusable(call.method, reply.error));
  });
  port.onClose((reason) => lose(engineLost(reason)));
  post({ kind: 'hello', protocol: PROTOCOL, contract: contractVersion });

  const invoke: Invoke = async (method, args, { signal, language } = {}) => {
    await ready;
    if (signal?.aborted) throw cancelled();
    if (lost) throw lost;
    if (!findCall(contract, method)) throw unknownCall(method);
    const id = ++lastId;
    const settled = new Promise<unknown>((resolve, reject) => pending.set(id, { method, resolve, reject }));
    const cancel = () => post({ kind: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      post({ kind: 'call', id, method, args, language });
      return await settled;
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
    close: () => leave(engineLost('closed here')),
  };
}

export const engineLost = (reason?: string): FieldbookError =>
  new FieldbookError(
    'engine-lost',
    'The engine stopped before it answered.',
    'Fieldbook starts it again by itself; repeat what you were doing.',
    reason ? { details: reason } : {},
  );

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
