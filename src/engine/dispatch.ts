import { z } from 'zod';
import { type CallContext, type ContractShape, findCall, type Handlers } from '../shared/contract/define.ts';
import { FieldbookError, misfit } from '../shared/contract/errors.ts';

/** Runs one call of the contract by its name: arguments and result are checked against their shapes. */
export async function dispatch<C extends ContractShape>(
  contract: C,
  handlers: Handlers<C>,
  method: string,
  args: unknown,
  context: CallContext,
): Promise<unknown> {
  const call = findCall(contract, method);
  if (!call)
    throw new FieldbookError(
      'bad-input',
      `There is no call '${method}'.`,
      'This is a mistake in Fieldbook: please report it.',
    );
  const parsed = call.args.safeParse(args ?? {});
  if (!parsed.success) throw misfit(parsed.error, args ?? {});
  const [domain, name] = method.split('.') as [string, string];
  const handler = (handlers[domain] as Record<string, (args: unknown, context: CallContext) => unknown>)[
    name
  ]!;
  const result = call.result.safeParse(await handler(parsed.data, context));
  if (!result.success)
    throw new FieldbookError(
      'internal',
      `The answer to '${method}' has not the shape that the contract promises: ${z.prettifyError(result.error)}`,
      'This is a mistake in Fieldbook: please report it. Nothing was lost.',
      { cause: result.error },
    );
  return result.data;
}
