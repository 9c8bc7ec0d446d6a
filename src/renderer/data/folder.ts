const KEY = 'fieldbook.folder';

/** Where new engagements go, when somebody has chosen a folder at this machine; null: the usual one. */
export const chosenFolder = (): string | null => localStorage.getItem(KEY);
export const chooseFolder = (path: string): void => localStorage.setItem(KEY, path);
