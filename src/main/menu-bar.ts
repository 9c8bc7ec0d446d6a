import { app, BrowserWindow, Menu, shell } from 'electron';
import { type MenuState, menuTemplate } from './menu.ts';
import type { Dialogs } from './native/dialogs.ts';
import { print } from './native/print.ts';
import { zoom } from './native/zoom.ts';
import type { Preferences } from './preferences.ts';
import type { MainWords } from './words.ts';
import type { Workbench } from './workbench.ts';
import { chooseAndShow, type Workbenches } from './workbenches.ts';

interface Options {
  workbenches: Workbenches;
  dialogs: Dialogs;
  preferences: Preferences;
  words: MainWords;
  /** Folders that Help opens. */
  documentation: string;
  logs: string;
  log: (line: string) => void;
}

export interface MenuBar {
  /** Something that the menus show has changed: which window is in front, what is open in it. */
  refresh(): void;
  /** The list of recent files may have changed; this workbench knows it. */
  readRecent(workbench: Workbench): void;
}

/** Puts the menus up, and keeps them true. */
export function openMenuBar(options: Options): MenuBar {
  const { workbenches, dialogs, preferences, words, log } = options;
  let recent: MenuState['recent'] = [];
  const front = () => workbenches.ofWindow(BrowserWindow.getFocusedWindow()) ?? workbenches.list[0];
  const inFront = (work: (workbench: Workbench) => void) => () => {
    const workbench = front();
    if (workbench) work(workbench);
  };
  const failed = (error: Error) => log(`a command of the menu failed: ${error.message}`);
  const openFolder = (folder: string) => () => {
    void shell.openPath(folder).then((problem) => problem && log(`could not open ${folder}: ${problem}`));
  };

  const refresh = () => {
    const workbench = front();
    const template = menuTemplate(
      words,
      {
        newWindow: () => void workbenches.add(),
        open: () => void chooseAndShow(workbenches, dialogs, words, front()).catch(failed),
        openRecent: (path) => workbenches.show({ path }, front()),
        clearRecent: inFront((one) => {
          app.clearRecentDocuments();
          // The page does it, because it can offer to take it back.
          one.tell('menu', { command: 'clear-recent' });
        }),
        print: inFront(({ window }) => void print(window.webContents).catch(failed)),
        zoom: (by) => inFront(({ window }) => zoom(window.webContents, preferences, by))(),
        page: (command) => inFront((one) => one.tell('menu', { command }))(),
        documentation: openFolder(options.documentation),
        logs: openFolder(options.logs),
        about: () => app.showAboutPanel(),
      },
      {
        platform: process.platform,
        developer: !app.isPackaged,
        recent,
        window: workbench !== undefined,
        engagement: workbench?.open !== undefined,
      },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  app.on('browser-window-focus', refresh);
  return {
    refresh,
    readRecent(workbench) {
      refresh();
      workbench.client.engagement.recent({}).then(({ files }) => {
        recent = files.slice(0, 10);
        refresh();
      }, failed);
    },
  };
}
