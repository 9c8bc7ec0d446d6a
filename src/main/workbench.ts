import { type BrowserWindow, dialog } from 'electron';
import { channels } from '../shared/contract/bridge.ts';
import { type Client, clientOf, type Invoke } from '../shared/contract/define.ts';
import type { KeptDraft } from '../shared/contract/desktop.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import { type Contract, contract } from '../shared/contract/index.ts';
import type { StartRequest } from './arguments.ts';
import { type KeptEngagement, keepEngagement, type Released } from './engine/kept-engagement.ts';
import type { EngineProcess } from './engine/launch.ts';
import { type Supervisor, superviseEngine } from './engine/supervisor.ts';
import { showWork } from './native/attention.ts';
import { type Jobs, watchJobs } from './native/jobs.ts';
import { mayLeave } from './native/leave.ts';
import { nameOf } from './native/same-file.ts';
import type { Preferences } from './preferences.ts';
import { openWindow } from './window.ts';
import type { MainWords } from './words.ts';

export interface WorkbenchOptions {
  launch: () => EngineProcess;
  preload: string;
  icon: string;
  devTools: boolean;
  preferences: Preferences;
  words: MainWords;
  log: (line: string) => void;
  /** The workbench that already writes to the file, if it is another one. */
  writing: (path: string) => Workbench | undefined;
  /** Waits for the engines of windows that were closed. */
  released: Released;
  /** An engagement was opened or closed here. */
  onEngagement: (workbench: Workbench) => void;
  /** A person would rather go on working than close this window. */
  onStay: () => void;
}

/**
 * A window with an engine of its own, so that one client's file never shares a process with another's. Main answers the
 * window's calls for it and shows its work.
 */
export class Workbench {
  readonly window: BrowserWindow;
  readonly engine: Supervisor;
  /** The engine as the window calls it: what is opened is kept, what takes long is shown. */
  readonly client: Client<Contract>;
  /** The page has something that a person typed and did not save. */
  unsaved = false;
  /** It, for a page that dies. Never written down: it is a client's. */
  readonly drafts = new Map<string, KeptDraft>();
  private readonly kept: KeptEngagement;
  private readonly jobs: Jobs;
  private readonly options: WorkbenchOptions;

  constructor(options: WorkbenchOptions, request?: StartRequest) {
    const { preferences, words, log } = options;
    this.options = options;
    this.kept = keepEngagement(options.released, request);
    this.window = openWindow(options);
    this.jobs = watchJobs(showWork(this.window, preferences, words));
    this.engine = superviseEngine({
      launch: options.launch,
      prepare: async (client) => {
        await this.kept.reopen(client);
        if (this.open) options.onEngagement(this);
      },
      onState: (state) => this.tell('engine', state),
      onEvent: (event, data) => {
        this.jobs.hear(event, data);
        this.tell(event, data);
      },
      log,
    });
    this.client = clientOf(contract, this.jobs.watch(this.noted(this.kept.watch(this.engine.invoke))));
    this.askBeforeLeaving();
    this.engine.start();
  }

  get open() {
    return this.kept.open;
  }

  get requested() {
    return this.kept.requested;
  }

  /** Asks in this window for a file, where nothing is open. */
  async request(request: StartRequest): Promise<void> {
    this.kept.request(request);
    this.tell('requested', this.requested);
    // An engine that is not ready yet opens it when it is prepared.
    if (this.engine.state.state !== 'ready') return;
    await this.kept.reopen(clientOf(contract, this.engine.invoke));
    this.tell('requested', this.requested);
    if (this.open) this.options.onEngagement(this);
  }

  /** True when this window has that file open, or asks for it. */
  has(path: string): boolean {
    const own = this.open?.path ?? this.requested?.path;
    return own !== undefined && nameOf(own) === nameOf(path);
  }

  tell(event: string, data: unknown): void {
    if (!this.window.isDestroyed()) this.window.webContents.send(channels.event, event, data);
  }

  comeForward(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Tells of engagements that come and go, and refuses to open for writing what another window writes to. */
  private noted(invoke: Invoke): Invoke {
    return async (method, args, options) => {
      if (method === 'engagement.open') {
        const { path, readonly } = args as { path: string; readonly?: boolean };
        const other = readonly ? undefined : this.options.writing(path);
        if (other && other !== this) {
          other.comeForward();
          throw openElsewhere(path);
        }
      }
      const result = await invoke(method, args, options);
      if (/^engagement\.(open|create|close|forgetRecent|restoreRecent)$/.test(method))
        this.options.onEngagement(this);
      return result;
    };
  }

  /** Asks whether what is not saved may be lost, where the window stays. */
  mayDiscard(): Promise<boolean> {
    return mayLeave(dialog, this.window, { running: new Set(), unsaved: true }, this.options.words);
  }

  private askBeforeLeaving(): void {
    const { webContents } = this.window;
    // The next page says for itself what it found in `drafts`.
    const forget = () => {
      this.unsaved = false;
    };
    webContents.on('did-navigate', forget);
    webContents.on('render-process-gone', forget);
    let asking = false;
    this.window.on('close', (event) => {
      const { unsaved } = this;
      const { running } = this.jobs;
      if (running.size === 0 && !unsaved) return;
      event.preventDefault();
      if (asking) return;
      asking = true;
      void mayLeave(dialog, this.window, { running, unsaved }, this.options.words).then((leave) => {
        asking = false;
        if (leave) this.window.destroy();
        else this.options.onStay();
      });
    });
  }
}

const openElsewhere = (path: string): FieldbookError =>
  new FieldbookError(
    'file-in-use',
    `${path} is open in another window of Fieldbook.`,
    'Go on in that window, or open it here without writing to it.',
  );
