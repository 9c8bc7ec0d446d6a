import { BrowserWindow, nativeTheme } from 'electron';
import { PAGE } from './security/origin.ts';

export interface WindowOptions {
  preload: string;
  /** Tools for developers, in builds that are not shipped. */
  devTools: boolean;
  log: (line: string) => void;
}

/** Milliseconds within which a page that crashes again is not loaded again. */
const CRASH_PAUSE = 10_000;

/** The window, which is a page without any power: sandboxed, isolated, no Node, one address. */
export function openWindow({ preload, devTools, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    minWidth: 880,
    minHeight: 560,
    show: false,
    title: 'Fieldbook',
    // What is seen before the first picture; the same colours as in the page.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#10151a' : '#f6f7f8',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Would fetch dictionaries from the web.
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  let reloadedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`the page has gone: ${reason}, ${exitCode}`);
    // A page that goes again at once would go for ever.
    if (Date.now() - reloadedAt < CRASH_PAUSE) return;
    reloadedAt = Date.now();
    window.webContents.reload();
  });
  void window.loadURL(PAGE);
  return window;
}
