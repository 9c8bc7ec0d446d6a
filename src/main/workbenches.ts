import type { BrowserWindow, WebContents } from 'electron';
import type { StartRequest } from './arguments.ts';
import type { Keychain } from './keychain.ts';
import type { Dialogs } from './native/dialogs.ts';
import type { MainWords } from './words.ts';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

interface Options {
  /** What every workbench is made with. */
  common: Omit<WorkbenchOptions, 'writing' | 'released' | 'onStay'>;
  keychain: Keychain;
  onStay: () => void;
}

/** All windows with their engines; knows which of them a file, a page or a person means. */
export class Workbenches {
  private readonly all = new Set<Workbench>();
  /** Of windows that were closed, until their engines have ended. */
  private readonly stopping = new Map<Workbench, Promise<void>>();
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** A window for a file, or an empty one. */
  add(request?: StartRequest): Workbench {
    const { common, onStay } = this.options;
    const writing = (path: string) =>
      this.list.find((one) => one.open && !one.open.readonly && one.has(path));
    const released = async (path: string) => {
      const ending = [...this.stopping].filter(([one]) => one.has(path));
      await Promise.all(ending.map(([, stopped]) => stopped));
    };
    const workbench = new Workbench(
      { ...common, writing, released, onStay },
      request && this.withPassphrase(request),
    );
    this.all.add(workbench);
    workbench.window.on('closed', () => {
      this.all.delete(workbench);
      this.stopping.set(
        workbench,
        workbench.engine.stop().finally(() => this.stopping.delete(workbench)),
      );
    });
    return workbench;
  }

  /** Shows a file: in the window that has it, in one where nothing is open, or in a new one. */
  show(request: StartRequest, preferred?: Workbench): void {
    const { list } = this;
    const empty = preferred && !preferred.open ? preferred : list.find((one) => !one.open && !one.requested);
    const there = list.find((one) => one.has(request.path)) ?? empty;
    if (!there) {
      this.add(request);
      return;
    }
    there.comeForward();
    if (!there.open) void there.request(this.withPassphrase(request));
  }

  /** The workbench of a page; undefined for a page of none. */
  of(page: WebContents): Workbench | undefined {
    return this.list.find(({ window }) => !window.isDestroyed() && window.webContents === page);
  }

  ofWindow(window: BrowserWindow | null | undefined): Workbench | undefined {
    return this.list.find((one) => one.window === window);
  }

  get list(): Workbench[] {
    return [...this.all];
  }

  /** Settles when every engine has closed what it had open. */
  async stopped(): Promise<void> {
    await Promise.all(this.stopping.values());
  }

  private withPassphrase({ path, passphrase }: StartRequest): StartRequest {
    return { path, passphrase: passphrase ?? this.options.keychain.recall(path) };
  }
}

/** Asks for a file and shows it. */
export async function chooseAndShow(
  workbenches: Workbenches,
  dialogs: Dialogs,
  { t }: MainWords,
  from?: Workbench,
): Promise<void> {
  const path = await chooseEngagement(dialogs, t, from?.window);
  if (path) workbenches.show({ path }, from);
}

export const chooseEngagement = (
  dialogs: Dialogs,
  t: MainWords['t'],
  window?: BrowserWindow,
): Promise<string | null> =>
  dialogs.open(window, {
    kind: 'fieldbook',
    title: t('dialog.chooseEngagement'),
    filters: [{ name: t('save.fieldbook'), extensions: ['fieldbook'] }],
  });
