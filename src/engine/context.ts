import type { Handlers } from '../shared/contract/define.ts';
import type { Contract, EventName, Events } from '../shared/contract/index.ts';
import type { Session } from './session.ts';
import type { Workspace } from './store/workspace.ts';
import type { Texts } from './texts.ts';

export interface EngineOptions {
  env: NodeJS.ProcessEnv;
  /** Folder of the workspace file. */
  home: string;
  /** Asks a person for an MFA code; without it, profiles that need one are refused with an explanation. */
  askMfa?: (serial: string) => Promise<string>;
  /** Asks a person to sign in again in mid-scan; false: nobody is there. */
  askSignIn?: (account: string, profile: string) => Promise<boolean>;
  /** Told of queries that took long. */
  onSlowQuery?: (entry: { sql: string; ms: number }) => void;
}

export type Listener = <E extends EventName>(event: E, data: Events[E]) => void;

/** What handlers share: the open engagement, the workspace, and a way to tell what happens. */
export interface EngineContext {
  options: EngineOptions;
  workspace: Workspace;
  /** The open engagement; throws when there is none. */
  session(): Session;
  current(): Session | undefined;
  /** Replaces the open engagement, closing the one before. */
  use(session: Session | undefined): void;
  emit: Listener;
  /** Words in the engagement's language. */
  texts(): Texts;
}

/** Handlers of one domain of the contract. */
export type DomainHandlers<D extends keyof Contract> = Handlers<Contract>[D];
