import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import manifest from '../../package.json' with { type: 'json' };
import { channels } from '../shared/contract/bridge.ts';
import { clientOf } from '../shared/contract/define.ts';
import { contract } from '../shared/contract/index.ts';
import { startRequest } from './arguments.ts';
import { desktopHandlers } from './desktop.ts';
import { openDoor } from './door.ts';
import { engineEnvironment } from './engine/environment.ts';
import { keepEngagement } from './engine/kept-engagement.ts';
import { canLoadDatabase, launchNode, launchUtility } from './engine/launch.ts';
import { superviseEngine } from './engine/supervisor.ts';
import { openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { guardContents } from './security/contents.ts';
import { privileges, servePages } from './security/pages.ts';
import { secureSession } from './security/session.ts';
import { openWindow } from './window.ts';
import { mainWords } from './words.ts';

/** The folder of the build: main/, preload/, renderer/ and engine/. */
const built = join(dirname(fileURLToPath(import.meta.url)), '..');

beforeReady();
// Two windows would be two engines on one workspace.
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function beforeReady(): void {
  app.setName('Fieldbook');
  // A container that tests as root has no sandbox; nothing that ships may be started without one.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The page reaches nothing, so it needs no name of any host.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  protocol.registerSchemesAsPrivileged([privileges]);
}

function run(): void {
  const log = openLog(app.getPath('logs'));
  const logMain = (line: string) => log('main', line);
  const words = mainWords(app.getLocale());
  const kept = keepEngagement(startRequest(process.argv, process.env));
  delete process.env.FIELDBOOK_PASSPHRASE;
  let window: BrowserWindow;
  const tell = (event: string, data: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channels.event, event, data);
  };

  secureSession(session.defaultSession);
  servePages(session.defaultSession.protocol, join(built, 'renderer'));
  guardContents(app, logMain);
  setMenu(app, words);

  const engine = superviseEngine({
    launch: () => launchEngine((line) => log('engine', line)),
    prepare: (client) => kept.reopen(client),
    onState: (state) => tell('engine', state),
    onEvent: tell,
    log: logMain,
  });
  openDoor({
    ipc: ipcMain,
    handlers: {
      ...clientOf(contract, kept.watch(engine.invoke)),
      desktop: desktopHandlers({
        app,
        dialog,
        window: () => window,
        engine,
        kept,
        words,
        version: manifest.version,
      }),
    },
    log: logMain,
  });

  window = openWindow({
    preload: join(built, 'preload', 'index.cjs'),
    devTools: !app.isPackaged,
    log: logMain,
  });
  engine.start();
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  quitAfter(() => engine.stop());
}

function launchEngine(log: (line: string) => void) {
  const options = { entry: join(built, 'engine', 'process.js'), env: engineEnvironment(process.env), log };
  return canLoadDatabase(process.versions.node)
    ? launchUtility(options)
    : launchNode({ ...options, node: join(built, '..', 'node_modules', 'node', 'bin', 'node') });
}

/** Holds the end of the program back until the work has been done once. */
function quitAfter(work: () => Promise<void>): void {
  let done = false;
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    void work().finally(() => {
      done = true;
      app.quit();
    });
  });
}
