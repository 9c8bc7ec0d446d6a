import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { App, NativeTheme, Shell } from 'electron';
import type { Handlers } from '../shared/contract/define.ts';
import type { DesktopSettings, WindowContract } from '../shared/contract/desktop.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import { isOpenable } from '../shared/model/links.ts';
import { type Keychain, notKept } from './keychain.ts';
import type { Dialogs } from './native/dialogs.ts';
import { print } from './native/print.ts';
import type { Preferences } from './preferences.ts';
import type { MainWords } from './words.ts';
import type { Workbench } from './workbench.ts';
import { chooseEngagement, type Workbenches } from './workbenches.ts';

export interface DesktopOptions {
  app: Pick<App, 'getLocale' | 'getPath'>;
  nativeTheme: Pick<NativeTheme, 'themeSource'>;
  shell: Pick<Shell, 'openExternal'>;
  dialogs: Dialogs;
  keychain: Keychain;
  preferences: Preferences;
  workbenches: Workbenches;
  words: MainWords;
  version: string;
}

/** What main answers by itself to the window of a workbench, and the engine of that workbench for the rest. */
export function handlersOf(workbench: Workbench, options: DesktopOptions): Handlers<WindowContract> {
  return {
    ...workbench.client,
    desktop: desktopHandlers(workbench, options),
    keychain: keychainHandlers(workbench, options),
  };
}

function desktopHandlers(workbench: Workbench, options: DesktopOptions): Handlers<WindowContract>['desktop'] {
  const { app, nativeTheme, shell, dialogs, preferences, workbenches, words, version } = options;
  const settings = (): DesktopSettings => {
    const { theme, notifications } = preferences.value;
    return { theme, notifications };
  };
  return {
    start: () => ({
      version,
      locale: app.getLocale(),
      platform: process.platform as 'darwin' | 'linux' | 'win32',
      home: app.getPath('home'),
      folder: join(app.getPath('documents'), 'Fieldbook'),
      engine: workbench.engine.state,
      requested: workbench.requested,
      settings: settings(),
    }),
    chooseEngagement: async () => ({
      path: await chooseEngagement(dialogs, words.t, workbench.window),
    }),
    async prepareFolder({ path }) {
      try {
        await mkdir(path, { recursive: true });
        return {};
      } catch (error) {
        throw new FieldbookError(
          'folder-not-writable',
          `The folder ${path} cannot be made or used.`,
          'Choose a folder that you may write to.',
          { cause: error, about: path },
        );
      }
    },
    chooseFolder: async () => ({
      path: await dialogs.openFolder(workbench.window, { title: words.t('dialog.chooseFolder') }),
    }),
    async openLink({ url }) {
      if (!isOpenable(url))
        throw new FieldbookError(
          'bad-input',
          `Fieldbook does not open ${url}.`,
          'Copy the address and open it yourself if you trust it.',
          { about: url },
        );
      await shell.openExternal(url);
      return {};
    },
    chooseSave: async ({ name, kind }) => ({
      path: await dialogs.save(workbench.window, {
        kind,
        name,
        filters: [{ name: words.t(`save.${kind}`), extensions: [kind === 'any' ? '*' : kind] }],
      }),
    }),
    restartEngine() {
      workbench.engine.restart();
      return {};
    },
    openFile({ path }) {
      workbenches.show({ path }, workbench);
      return {};
    },
    newWindow() {
      workbenches.add();
      return {};
    },
    setTheme({ theme }) {
      preferences.set({ theme });
      nativeTheme.themeSource = theme;
      return settings();
    },
    setNotifications({ on }) {
      preferences.set({ notifications: on });
      return settings();
    },
    setUnsaved({ unsaved }) {
      workbench.unsaved = unsaved;
      return {};
    },
    keepDraft({ key, draft }) {
      if (draft) workbench.drafts.set(key, draft);
      else workbench.drafts.delete(key);
      return {};
    },
    drafts: () => ({ drafts: [...workbench.drafts].map(([key, draft]) => ({ key, ...draft })) }),
    askUnsaved: async () => ({ discard: await workbench.mayDiscard() }),
    print: () => print(workbench.window.webContents),
  };
}

function keychainHandlers(
  workbench: Workbench,
  { keychain }: DesktopOptions,
): Handlers<WindowContract>['keychain'] {
  return {
    state: ({ path }) => keychain.state(path),
    remember({ path, passphrase }) {
      keychain.remember(path, passphrase);
      return {};
    },
    forget({ path }) {
      keychain.forget(path);
      return {};
    },
    async open({ path, readonly }, { signal }) {
      const passphrase = keychain.recall(path);
      if (passphrase === undefined) throw notKept(path);
      try {
        return await workbench.client.engagement.open({ path, passphrase, readonly }, { signal });
      } catch (error) {
        if (error instanceof FieldbookError && error.code === 'wrong-passphrase') keychain.forget(path);
        throw error;
      }
    },
  };
}
