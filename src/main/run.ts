import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, safeStorage, session, shell } from 'electron';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import type { StartRequest } from './arguments.ts';
import { type DesktopOptions, handlersOf } from './desktop.ts';
import { openDoor } from './door.ts';
import { engineLauncher } from './engine/launcher.ts';
import { keepFile } from './kept-file.ts';
import { keychainSchema, openKeychain } from './keychain.ts';
import { openLog } from './log.ts';
import { openMenuBar } from './menu-bar.ts';
import { rememberingDialogs } from './native/dialogs.ts';
import { preferencesSchema } from './preferences.ts';
import { guardContents } from './security/contents.ts';
import { pruneDumps } from './security/dumps.ts';
import { servePages } from './security/pages.ts';
import { secureSession } from './security/session.ts';
import { mainWords } from './words.ts';
import { Workbenches } from './workbenches.ts';

/** The folder of the build: main/, preload/, renderer/ and engine/. */
const built = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Puts everything together, and opens the first window. */
export function run(request: StartRequest | undefined): void {
  const logs = app.getPath('logs');
  const log = openLog(logs);
  const logMain = (line: string) => log('main', line);
  const dumps = app.getPath('crashDumps');
  if (existsSync(dumps)) pruneDumps(dumps);
  const words = mainWords(app.getLocale());
  const ours = (name: string) => join(app.getPath('userData'), name);
  const preferences = keepFile(ours('preferences.json'), preferencesSchema, logMain);
  const keychain = openKeychain(safeStorage, keepFile(ours('keychain.json'), keychainSchema, logMain));
  const dialogs = rememberingDialogs(dialog, preferences, app.getPath('documents'));
  nativeTheme.themeSource = preferences.value.theme;
  app.setAboutPanelOptions({
    applicationName: 'Fieldbook',
    applicationVersion: manifest.version,
    credits: words.t('about.licence'),
  });

  secureSession(session.defaultSession);
  servePages(session.defaultSession.protocol, join(built, 'renderer'));
  guardContents(app, logMain);

  const workbenches = new Workbenches({
    common: {
      launch: engineLauncher(built, (line) => log('engine', line)),
      preload: join(built, 'preload', 'index.cjs'),
      icon: beside('icon.png', 'build/icons/256x256.png'),
      devTools: !app.isPackaged,
      preferences,
      words,
      log: logMain,
      onEngagement(workbench) {
        if (workbench.open) app.addRecentDocument(workbench.open.path);
        menuBar.readRecent(workbench);
        // The list of recent files is of all windows, and an engine tells its own alone.
        for (const other of workbenches.list)
          if (other !== workbench) other.tell('changed', { what: 'recent' });
      },
    },
    keychain,
    onStay: () => {
      quitting = false;
    },
  });
  const menuBar = openMenuBar({
    workbenches,
    dialogs,
    preferences,
    words,
    documentation: beside('docs', 'docs'),
    logs,
    log: logMain,
  });
  const desktop: DesktopOptions = {
    app,
    nativeTheme,
    shell,
    dialogs,
    keychain,
    preferences,
    workbenches,
    words,
    version: manifest.version,
  };
  openDoor({
    ipc: ipcMain,
    handlersOf: (page) => {
      const workbench = workbenches.of(page);
      return workbench && handlersOf(workbench, desktop);
    },
    log: logMain,
  });

  workbenches.add(request);
  menuBar.refresh();

  app.on('second-instance', (_event, argv, _folder, given) => {
    const { path } = givenSchema.parse(given);
    // Its last window is gone, and what a person started now would go with it.
    if (end.begun) app.relaunch({ args: argv.slice(1) });
    else if (path) workbenches.show({ path });
    else (workbenches.ofWindow(BrowserWindow.getFocusedWindow()) ?? workbenches.list[0])?.comeForward();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    workbenches.show({ path });
  });
  app.on('activate', () => {
    if (workbenches.list.length === 0) workbenches.add();
  });
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    // On macOS a program stays when its last window goes.
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  const end = quitAfter(() => workbenches.stopped());
}

/** What a second instance says it was started for. */
const givenSchema = z.object({ path: z.string().optional() }).catch({});

/** Something that lies beside a packed program, and elsewhere in the repository. */
const beside = (packed: string, here: string): string =>
  app.isPackaged ? join(process.resourcesPath, packed) : join(built, '..', here);

/** Holds the end of the program back until the work has been done once; tells whether the end has begun. */
function quitAfter(work: () => Promise<void>): { begun: boolean } {
  const end = { begun: false };
  let done = false;
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    end.begun = true;
    void work().finally(() => {
      done = true;
      app.quit();
    });
  });
  return end;
}
