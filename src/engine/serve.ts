import { asFieldbookError, FieldbookError } from '../shared/contract/errors.ts';
import { contract } from '../shared/contract/index.ts';
import { dispatch } from './dispatch.ts';
import type { Engine } from './engine.ts';
import type { Port } from './transport/port.ts';
import {
  contractVersion,
  idOf,
  PROTOCOL,
  type Reply,
  type Request,
  requestSchema,
} from './transport/protocol.ts';

export interface ServeOptions {
  /** For a log: the other side said something that this side does not understand. */
  onProblem?: (what: string) => void;
}

/**
 * The answering end of a channel: greets, runs calls, passes events on. When the caller goes away its calls are
 * aborted and the engine is closed; the promise settles when that is done.
 */
export function serve(
  engine: Engine,
  port: Port,
  { onProblem = () => {} }: ServeOptions = {},
): Promise<void> {
  const running = new Map<number, AbortController>();
  let ended: { resolve(): void; reject(error: unknown): void };
  let unsubscribe: (() => void) | undefined;
  let ending = false;

  const post = (reply: Reply) => port.post(reply);
  const end = () => {
    if (ending) return;
    ending = true;
    unsubscribe?.();
    for (const call of running.values()) call.abort();
    engine.close().then(ended.resolve, ended.reject);
  };

  const greet = (hello: Request & { kind: 'hello' }) => {
    if (hello.protocol === PROTOCOL && hello.contract === contractVersion) {
      unsubscribe ??= engine.subscribe((event, data) => post({ kind: 'event', event, data }));
      post({ kind: 'welcome', pid: process.pid });
    } else post({ kind: 'refused', error: versionMismatch(hello).toData() });
  };

  const run = async ({ id, method, args, language }: Request & { kind: 'call' }) => {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const value = await dispatch(contract, engine.handlers, method, args, {
        signal: abort.signal,
        language,
      });
      // Posting is in the try as well: a value that cannot be cloned must be an error, not silence.
      post({ kind: 'result', id, value });
    } catch (error) {
      post({ kind: 'error', id, error: asFieldbookError(error).toData() });
    } finally {
      running.delete(id);
    }
  };

  const take = (request: Request) => {
    if (request.kind === 'hello') greet(request);
    else if (request.kind === 'stop') {
      end();
      port.close();
    } else if (!unsubscribe) onProblem(`'${request.kind}' before the greeting`);
    else if (request.kind === 'cancel') running.get(request.id)?.abort();
    else if (running.has(request.id)) onProblem(`call ${request.id} came twice`);
    else void run(request);
  };

  port.onMessage((message) => {
    const request = requestSchema.safeParse(message);
    if (request.success) {
      take(request.data);
      return;
    }
    onProblem(`a message of unknown shape: ${request.error.message}`);
    const { data: id } = idOf.safeParse(message);
    if (id !== undefined) post({ kind: 'error', id, error: notUnderstood(request.error).toData() });
  });
  port.onClose(end);
  return new Promise((resolve, reject) => {
    ended = { resolve, reject };
  });
}

const versionMismatch = (hello: Request & { kind: 'hello' }): FieldbookError =>
  new FieldbookError(
    'version-mismatch',
    'The window and the engine come from different versions of Fieldbook.',
    'Close Fieldbook and start it again; if that does not help, install it again.',
    {
      details: `protocol ${hello.protocol} and contract ${hello.contract} met ${PROTOCOL} and ${contractVersion}`,
    },
  );

const notUnderstood = (cause: Error): FieldbookError =>
  new FieldbookError(
    'bad-input',
    'The engine did not understand this call.',
    'This is a mistake in Fieldbook: please report it with the details.',
    { cause },
  );
