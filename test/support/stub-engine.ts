import type { Engine } from '../../src/engine/engine.ts';
import type { Handlers } from '../../src/shared/contract/define.ts';
import { type Contract, contract, type EventName, type Events } from '../../src/shared/contract/index.ts';

type Partially<H> = { [D in keyof H]?: Partial<H[D]> };

export interface StubEngine extends Engine {
  emit<E extends EventName>(event: E, data: Events[E]): void;
  readonly closed: boolean;
}

/** An engine without a database: every call of the contract is there, and those that a test does not give refuse. */
export function stubEngine(given: Partially<Handlers<Contract>> = {}): StubEngine {
  const listeners = new Set<(event: EventName, data: never) => void>();
  let closed = false;
  const domains = Object.entries(contract).map(([domain, calls]) => {
    const refuse = (name: string) => () => {
      throw new Error(`the stub has no ${domain}.${name}`);
    };
    const refusing = Object.fromEntries(Object.keys(calls).map((name) => [name, refuse(name)]));
    return [domain, { ...refusing, ...given[domain as keyof Contract] }];
  });
  return {
    handlers: Object.fromEntries(domains) as Handlers<Contract>,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
    },
    emit: (event, data) => {
      for (const listener of listeners) listener(event, data as never);
    },
    get closed() {
      return closed;
    },
  };
}

export const info = { version: '1.2.3', node: 'v24', checks: 3, reads: 5 };
