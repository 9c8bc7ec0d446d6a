import { BrowserWindow, nativeTheme, screen } from 'electron';
import { least, placeOf } from './native/place.ts';
import { keepZoom } from './native/zoom.ts';
import type { Preferences } from './preferences.ts';
import { PAGE } from './security/origin.ts';

export interface WindowOptions {
  preload: string;
  /** The program's mark; a window on Linux has none of its own. */
  icon: string;
  /** Tools for developers, in builds that are not shipped. */
  devTools: boolean;
  preferences: Preferences;
  log: (line: string) => void;
}

/** Milliseconds within which a page that crashes again is not loaded again. */
const CRASH_PAUSE = 10_000;

/** A window, which is a page without any power: sandboxed, isolated, no Node, one address. */
export function openWindow({ preload, icon, devTools, preferences, log }: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = placeOf(preferences.value.window, screens, BrowserWindow.getAllWindows().length);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Fieldbook',
    icon,
    // What is seen before the first picture; the same colours as in the page.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#10151a' : '#f6f7f8',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Would fetch dictionaries from the web.
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => (place.maximized ? window.maximize() : window.show()));
  window.on('close', () =>
    preferences.set({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } }),
  );
  keepZoom(window.webContents, preferences);
  loadAgain(window, log);
  void window.loadURL(PAGE);
  return window;
}

/** A page that has crashed is loaded again; one that goes again at once would go for ever. */
function loadAgain({ webContents }: BrowserWindow, log: (line: string) => void): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`the page has gone: ${reason}, ${exitCode}`);
    if (Date.now() - reloadedAt < CRASH_PAUSE) return;
    reloadedAt = Date.now();
    webContents.reload();
  });
}
