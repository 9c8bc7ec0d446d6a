import type { CallContext, Handlers } from '../shared/contract/define.ts';
import type { Contract, EventName, Events } from '../shared/contract/index.ts';
import type { recordKinds } from '../shared/model/records/index.ts';
import type { Prompts } from './prompts.ts';
import type { Action } from './records/actions.ts';
import type { Changes, StepOptions } from './records/records.ts';
import type { ScanUnderWay } from './scan-under-way.ts';
import type { Session } from './session.ts';
import type { Workspace } from './store/workspace.ts';
import type { Texts } from './texts.ts';

export interface EngineOptions {
  env: NodeJS.ProcessEnv;
  /** Folder of the workspace file. */
  home: string;
  /** Asks a person for an MFA code; without it, profiles that need one are refused with an explanation. */
  askMfa?: (serial: string, profile: string) => Promise<string>;
  /** Asks a person to sign in again in mid-scan; false: nobody is there. */
  askSignIn?: (account: string, profile: string) => Promise<boolean>;
  /**
   * Asks by events and calls what only a person can answer, and waits so many milliseconds; for an engine behind a
   * window, in place of the two above.
   */
  promptPatience?: number;
  /** Milliseconds for each answer of the sample estate, which gives them at once; for tests. */
  sampleDelay?: number;
  /** The day, `YYYY-MM-DD`, on which decisions are asked whether they hold; for tests. */
  today?: () => string;
  /** Told of queries that took long. */
  onSlowQuery?: (entry: { sql: string; ms: number }) => void;
}

export type Listener = <E extends EventName>(event: E, data: Events[E]) => void;

/** What became of a scan: as `scan.start` answers. */
export type ScanOutcome = Awaited<ReturnType<Handlers<Contract>['scan']['start']>>;

/** What handlers share: the open engagement, the workspace, and a way to tell what happens. */
export interface EngineContext {
  options: EngineOptions;
  workspace: Workspace;
  /** How AWS is called: the options, with what the settings say of files, proxy and certificates. */
  aws(): Pick<EngineOptions, 'env'>;
  /** The open engagement; throws when there is none. */
  session(): Session;
  current(): Session | undefined;
  /** Replaces the open engagement, closing the one before; a scan of it is paused. */
  use(session: Session | undefined): Promise<void>;
  scan: ScanUnderWay<ScanOutcome>;
  /** Undefined where nobody sits behind a window. */
  prompts: Prompts | undefined;
  emit: Listener;
  /** A change of records as one step, told to everybody. Gives the step's id, for undo. */
  change<T>(
    what: Action,
    work: (changes: Changes<typeof recordKinds>) => T,
    options?: StepOptions,
  ): { step: string; result: T };
  /** Words in the language of a call, else in the engagement's. */
  texts(call: Pick<CallContext, 'language'>): Texts;
}

/** Handlers of one domain of the contract. */
export type DomainHandlers<D extends keyof Contract> = Handlers<Contract>[D];
