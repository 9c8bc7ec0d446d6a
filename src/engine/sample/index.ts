import { explain } from '../aws/explain.ts';
import type { Gateway } from '../aws/gateway.ts';
import type { Send } from '../aws/send.ts';
import { callerOf } from './answers/identity.ts';
import { accounts, MAIN, ROLE, regions } from './estate/accounts.ts';
import { balancing } from './estate/balancing.ts';
import { compute } from './estate/compute.ts';
import { containers } from './estate/containers.ts';
import { databases } from './estate/databases.ts';
import { encryption } from './estate/encryption.ts';
import { identity } from './estate/identity.ts';
import { logging } from './estate/logging.ts';
import { network } from './estate/network.ts';
import { quotas } from './estate/quotas.ts';
import { serverless } from './estate/serverless.ts';
import { storage } from './estate/storage.ts';
import { momentOf, type State } from './moment.ts';
import { scaled } from './scale/index.ts';
import { entryTo, sendTo } from './send.ts';
import { World } from './world.ts';

export interface SampleOptions {
  /** Before the implementation phase, or after it. */
  state: State;
  /** Adds generated resources until there are about so many, computed as they are asked for. */
  scale?: number;
  /** Share of the generated resources that were changed or replaced since, 0 to 1. */
  change?: number;
}

export interface SampleAccount {
  id: string;
  name: string;
  email: string;
  /** ARN of the role to enter it with. */
  role: string;
  management: boolean;
  /** True for the forgotten account that cannot be entered. */
  refuses: boolean;
}

export interface SampleEstate {
  send: Send;
  /** Resolves, or throws an error as STS does when the role may not be assumed. */
  enter(account: string): Promise<void>;
  /** The same as what a scan enters AWS through. */
  gateway: Gateway;
  accounts: SampleAccount[];
  /** Regions worth scanning; all others are empty or off. */
  regions: string[];
  /** The moment the estate is of: `now` of every scan of it. */
  takenAt: Date;
}

/** Acme Health, a company that does not exist: see docs/sample-estate.md. */
export function sampleEstate({ state, scale, change = 0 }: SampleOptions): SampleEstate {
  const world = sampleWorld(state);
  if (scale) scaled(world, { resources: scale, change });
  const send = sendTo(world);
  const enter = entryTo(world, ROLE);
  const management = world.accounts[0]!.id;
  return {
    send,
    enter,
    gateway: {
      send,
      enter: async (target) => {
        const account = target.assume?.account ?? management;
        try {
          await enter(account);
        } catch (error) {
          throw explain(error, target);
        }
        return { account, partition: 'aws', caller: callerOf(account), target };
      },
      homeRegion: async () => MAIN,
      close: () => {},
    },
    accounts: world.accounts.map(({ id, name, email, refuses }) => ({
      id,
      name,
      email,
      role: `arn:aws:iam::${id}:role/${ROLE}`,
      management: id === management,
      refuses,
    })),
    regions: [...regions],
    takenAt: world.moment.takenAt,
  };
}

/** The estate as it is described by hand; the order is that in which things refer to each other. */
export function sampleWorld(state: State): World {
  const moment = momentOf(state);
  const world = new World(moment, accounts(state, moment.ago));
  encryption(world);
  network(world);
  balancing(world);
  compute(world);
  databases(world);
  storage(world);
  identity(world);
  containers(world);
  serverless(world);
  logging(world);
  quotas(world);
  return world;
}
