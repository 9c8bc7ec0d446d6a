import { type Connection, connect, engineLost } from '../../engine/transport/connect.ts';
import type { Client, Invoke } from '../../shared/contract/define.ts';
import type { EngineState } from '../../shared/contract/desktop.ts';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import type { Contract, EventName } from '../../shared/contract/index.ts';
import type { EngineProcess } from './launch.ts';

export interface SupervisorOptions {
  launch: () => EngineProcess;
  /** Done on a fresh engine before anybody else may call it, such as opening the engagement again. */
  prepare: (client: Client<Contract>) => Promise<void>;
  onState: (state: EngineState) => void;
  onEvent: (event: EventName, data: unknown) => void;
  log: (line: string) => void;
  timing?: Partial<Timing>;
}

/** All in milliseconds, but for `losses`. */
export interface Timing {
  /** For the first sign of life. */
  greeting: number;
  /** Before the first new start; doubles with each loss. */
  firstPause: number;
  longestPause: number;
  /** So many losses without a calm time between them, and a person has to decide. */
  losses: number;
  /** So long without a loss, and the past is forgotten. */
  calm: number;
  /** For closing what is open when Fieldbook ends. */
  stopping: number;
}

const usual: Timing = {
  greeting: 15_000,
  firstPause: 500,
  longestPause: 8_000,
  losses: 5,
  calm: 60_000,
  stopping: 5_000,
};

export interface Supervisor {
  readonly state: EngineState;
  /** Waits while the engine starts; rejects with `engine-lost` when there is none or it goes away. */
  invoke: Invoke;
  start(): void;
  /** After `given-up`: forgets the losses and starts. */
  restart(): void;
  /** Lets the engine close what is open; settles when it has ended. */
  stop(): Promise<void>;
}

interface Run {
  process: EngineProcess;
  connection: Connection;
  /** Settles when calls may go through, rejects when the engine is lost before. */
  prepared: Promise<void>;
  ended: Promise<void>;
}

/** Keeps one engine alive: starts it, says how it stands, starts it again when it goes away, and knows when to stop. */
export function superviseEngine({
  launch,
  prepare,
  onState,
  onEvent,
  log,
  timing,
}: SupervisorOptions): Supervisor {
  const times = { ...usual, ...timing };
  let state: EngineState = { state: 'starting', attempt: 1 };
  let run: Run | undefined;
  let losses = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const enter = (next: EngineState) => {
    state = next;
    log(`engine ${describe(next)}`);
    onState(next);
  };

  const begin = () => {
    enter({ state: 'starting', attempt: losses + 1 });
    const process = launch();
    const connection = connect(process.port, {
      greetingMs: times.greeting,
      onProblem: (what) => log(`from the engine: ${what}`),
    });
    connection.onAny(onEvent);
    const ended = new Promise<void>((resolve) =>
      connection.onLost((error) => {
        process.kill();
        lose(error);
        resolve();
      }),
    );
    const prepared = connection.ready.then(async ({ pid }) => {
      await prepare(connection.client);
      if (run?.connection !== connection) throw engineLost();
      enter({ state: 'ready', pid });
      timer = setTimeout(() => {
        losses = 0;
      }, times.calm);
    });
    // A loss is told by onLost; nobody else may be waiting.
    prepared.catch(() => {});
    run = { process, connection, prepared, ended };
  };

  const lose = (error: FieldbookError) => {
    run = undefined;
    clearTimeout(timer);
    if (stopping) return;
    losses++;
    const reason = error.details ?? error.message;
    // Another start cannot mend a different version.
    if (losses >= times.losses || error.code === 'version-mismatch')
      return enter({ state: 'given-up', reason });
    const pause = Math.min(times.firstPause * 2 ** (losses - 1), times.longestPause);
    enter({ state: 'lost', reason, retryAt: new Date(Date.now() + pause).toISOString() });
    timer = setTimeout(begin, pause);
  };

  return {
    get state() {
      return state;
    },
    async invoke(method, args, options) {
      if (!run) throw engineLost();
      const { prepared, connection } = run;
      await prepared;
      return connection.invoke(method, args, options);
    },
    start: begin,
    restart() {
      if (state.state !== 'given-up') return;
      losses = 0;
      begin();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (!run) return;
      const { process, connection, ended } = run;
      connection.stop();
      const impatience = setTimeout(() => {
        log('engine did not stop in time');
        process.kill();
        connection.close();
      }, times.stopping);
      await ended;
      clearTimeout(impatience);
    },
  };
}

function describe(state: EngineState): string {
  switch (state.state) {
    case 'starting':
      return `starting (${state.attempt})`;
    case 'ready':
      return `ready, process ${state.pid}`;
    case 'lost':
      return `lost: ${state.reason}; again at ${state.retryAt}`;
    case 'given-up':
      return `given up: ${state.reason}`;
  }
}
