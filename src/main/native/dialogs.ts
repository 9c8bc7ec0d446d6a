import { basename, dirname, isAbsolute, join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import type { Preferences } from '../preferences.ts';

export interface DialogOptions {
  /** Dialogs of one kind open in the folder in which the last of that kind was used. */
  kind: string;
  title?: string | undefined;
  filters: FileFilter[];
}

export interface Dialogs {
  /** Null when it was closed without a choice. */
  open(window: BrowserWindow | undefined, options: DialogOptions): Promise<string | null>;
  openFolder(window: BrowserWindow, options: { title: string }): Promise<string | null>;
  /** @param name what the file would be called; whoever knows a folder for it gives its whole path */
  save(window: BrowserWindow | undefined, options: DialogOptions & { name: string }): Promise<string | null>;
}

/**
 * Native dialogs that remember where they were.
 * @param documents where a file goes that is the first of its kind
 */
export function rememberingDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  preferences: Preferences,
  documents: string,
): Dialogs {
  const remember = (kind: string, path: string): string => {
    preferences.set({ folders: { ...preferences.value.folders, [kind]: dirname(path) } });
    return path;
  };
  return {
    async open(window, { kind, title, filters }) {
      const folder = preferences.value.folders[kind];
      const options = {
        filters,
        properties: ['openFile' as const],
        ...(title && { title }),
        ...(folder && { defaultPath: folder }),
      };
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled || !filePaths[0] ? null : remember(kind, filePaths[0]);
    },
    async openFolder(window, { title }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        defaultPath: documents,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async save(window, { kind, title, filters, name }) {
      const folder = preferences.value.folders[kind] ?? documents;
      const options = {
        filters,
        defaultPath: isAbsolute(name) ? name : join(folder, basename(name)),
        ...(title && { title }),
      };
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || !filePath ? null : remember(kind, filePath);
    },
  };
}
