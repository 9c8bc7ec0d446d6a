import type { App, BrowserWindow, Dialog } from 'electron';
import type { Handlers } from '../shared/contract/define.ts';
import type { WindowContract } from '../shared/contract/desktop.ts';
import type { KeptEngagement } from './engine/kept-engagement.ts';
import type { Supervisor } from './engine/supervisor.ts';
import type { MainWords } from './words.ts';

interface Options {
  app: App;
  dialog: Dialog;
  window: () => BrowserWindow;
  engine: Supervisor;
  kept: KeptEngagement;
  words: MainWords;
  version: string;
}

/** What main answers by itself: where things stand, and native dialogs. */
export function desktopHandlers({
  app,
  dialog,
  window,
  engine,
  kept,
  words,
  version,
}: Options): Handlers<WindowContract>['desktop'] {
  return {
    start: () => ({ version, locale: app.getLocale(), engine: engine.state, requested: kept.requested }),
    async chooseEngagement() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: words.t('open.choose'),
        filters: [{ name: words.t('open.fileType'), extensions: ['fieldbook'] }],
        properties: ['openFile'],
      });
      return { path: canceled ? null : (filePaths[0] ?? null) };
    },
    restartEngine() {
      engine.restart();
      return {};
    },
  };
}
