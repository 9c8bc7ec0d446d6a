import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { z } from 'zod';
import { type Answer, channels } from '../shared/contract/bridge.ts';
import { type CallContext, findCall, type Handlers } from '../shared/contract/define.ts';
import { type WindowContract, windowContract } from '../shared/contract/desktop.ts';
import { asFieldbookError, FieldbookError, misfit } from '../shared/contract/errors.ts';
import { languages } from '../shared/model/languages.ts';
import { isOurs } from './security/origin.ts';
import { isTooLarge } from './security/size.ts';

const requestSchema = z.object({
  id: z.string().max(64),
  method: z.string().max(100),
  args: z.unknown(),
  language: z.enum(languages).optional(),
});

export interface DoorOptions {
  ipc: Pick<IpcMain, 'handle' | 'on'>;
  /** Who answers a page: that of its own window. Undefined for a page of no window. */
  handlersOf: (page: WebContents) => Handlers<WindowContract> | undefined;
  log: (line: string) => void;
}

/**
 * The one way from a page to main. Whoever knocks must be the top frame of our own page; what it brings must fit the
 * contract. Calls of a page that goes away are aborted.
 */
export function openDoor({ ipc, handlersOf, log }: DoorOptions): void {
  const pages = new WeakMap<WebContents, Map<string, AbortController>>();
  const callsOf = (page: WebContents) => {
    const known = pages.get(page);
    if (known) return known;
    const calls = new Map<string, AbortController>();
    pages.set(page, calls);
    const abandon = () => {
      for (const call of calls.values()) call.abort();
      calls.clear();
    };
    page.on('destroyed', abandon);
    page.on('render-process-gone', abandon);
    page.on('did-navigate', abandon);
    return calls;
  };

  ipc.handle(channels.call, async (event, message: unknown): Promise<Answer> => {
    const handlers = comesFromOurPage(event) ? handlersOf(event.sender) : undefined;
    if (!handlers) {
      log(`refused a call from ${event.senderFrame?.url ?? 'a page that is gone'}`);
      throw new Error('refused');
    }
    if (isTooLarge(message)) return refused(badInput('The window sent a call that is too large.'));
    const request = requestSchema.safeParse(message);
    if (!request.success)
      return refused(badInput('The window sent a call that main does not understand.', request.error));
    const { id, method, args, language } = request.data;
    const abort = new AbortController();
    const calls = callsOf(event.sender);
    calls.set(id, abort);
    try {
      return { ok: true, value: await run(handlers, method, args, { signal: abort.signal, language }) };
    } catch (error) {
      return refused(asFieldbookError(error));
    } finally {
      calls.delete(id);
    }
  });

  ipc.on(channels.cancel, (event, id: unknown) => {
    if (comesFromOurPage(event) && typeof id === 'string') pages.get(event.sender)?.get(id)?.abort();
  });
}

function comesFromOurPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

async function run(handlers: Handlers<WindowContract>, method: string, args: unknown, context: CallContext) {
  const call = findCall(windowContract, method);
  if (!call) throw badInput(`There is no call '${method}'.`);
  const parsed = call.args.safeParse(args);
  if (!parsed.success) throw misfit(parsed.error, args);
  const [domain, name] = method.split('.') as [string, string];
  const calls = handlers[domain as keyof WindowContract] as Record<string, Handler>;
  return calls[name]!(parsed.data, context);
}
type Handler = (args: unknown, context: CallContext) => unknown;

const refused = (error: FieldbookError): Answer => ({ ok: false, error: error.toData() });

const badInput = (message: string, cause?: Error): FieldbookError =>
  new FieldbookError('bad-input', message, 'Correct the values and repeat.', { cause });
