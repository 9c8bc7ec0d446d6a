import { type Client, clientOf, type Invoke } from '../shared/contract/define.ts';
import { desktopEventSchemas, type WindowContract, windowContract } from '../shared/contract/desktop.ts';
import { cancelled, fromData } from '../shared/contract/errors.ts';
import { eventSchemas } from '../shared/contract/index.ts';
import { appearance } from './data/appearance.ts';

/** Sends one call of the contract by its name, to be answered in the window's language. Errors keep their codes. */
export const invoke: Invoke = async (method, args, { signal } = {}) => {
  if (signal?.aborted) throw cancelled();
  const id = crypto.randomUUID();
  const cancel = () => window.fieldbook.cancel(id);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await window.fieldbook.call({
      id,
      method,
      args,
      language: appearance().language ?? undefined,
    });
    if (!answer.ok) throw fromData(answer.error);
    return answer.value;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};

/** All that the window can ask for. */
export const fieldbook: Client<WindowContract> = clientOf(windowContract, invoke);

const schemas = { ...eventSchemas, ...desktopEventSchemas };
type WindowEvents = { [E in keyof typeof schemas]: ReturnType<(typeof schemas)[E]['parse']> };

/** Gives a function that stops listening. */
export function listen<E extends keyof WindowEvents>(
  event: E,
  listener: (data: WindowEvents[E]) => void,
): () => void {
  return window.fieldbook.listen((name, data) => {
    if (name === event) listener(schemas[event].parse(data) as WindowEvents[E]);
  });
}
