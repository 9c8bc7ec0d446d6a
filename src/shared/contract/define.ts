import type { z } from 'zod';
import type { Language } from '../model/languages.ts';

/** One call of the contract: shapes of its arguments and of its result. */
export interface CallContract<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  args: A;
  result: R;
}

export const call = <A extends z.ZodType, R extends z.ZodType>(args: A, result: R): CallContract<A, R> => ({
  args,
  result,
});

export type ContractShape = Record<string, Record<string, CallContract>>;

/** Travels beside every call. */
export interface CallContext {
  /** Aborted when the caller cancels or goes away. */
  signal: AbortSignal;
  /** In which sentences are answered; left out, the engagement's. */
  language?: Language | undefined;
}

/** What the engine must provide: one function per call. A missing one does not compile. */
export type Handlers<C extends ContractShape> = {
  [D in keyof C]: {
    [M in keyof C[D]]: (
      args: z.output<C[D][M]['args']>,
      context: CallContext,
    ) => Result<C[D][M]> | Promise<Result<C[D][M]>>;
  };
};
type Result<C extends CallContract> = z.input<C['result']>;

/** What a window or the terminal program gets: the same functions, always asynchronous, each cancellable. */
export type Client<C extends ContractShape> = {
  [D in keyof C]: {
    [M in keyof C[D]]: (
      args: z.input<C[D][M]['args']>,
      options?: Partial<CallContext>,
    ) => Promise<z.output<C[D][M]['result']>>;
  };
};

/** Sends a call by its name, such as `findings.page`. */
export type Invoke = (method: string, args: unknown, options?: Partial<CallContext>) => Promise<unknown>;

/** Makes a client of anything that can send calls; used by the window, the terminal program and tests alike. */
export function clientOf<C extends ContractShape>(contract: C, invoke: Invoke): Client<C> {
  const domains = Object.entries(contract).map(([domain, calls]) => [
    domain,
    Object.fromEntries(
      Object.keys(calls).map((name) => [
        name,
        (args: unknown, options?: Partial<CallContext>) => invoke(`${domain}.${name}`, args, options),
      ]),
    ),
  ]);
  return Object.fromEntries(domains) as Client<C>;
}

/** The call of that name; undefined when the contract has none. */
export function findCall(contract: ContractShape, method: string): CallContract | undefined {
  const [domain = '', name = ''] = method.split('.');
  return Object.hasOwn(contract, domain) && Object.hasOwn(contract[domain]!, name)
    ? contract[domain]![name]
    : undefined;
}
