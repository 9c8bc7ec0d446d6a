import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { type DesktopOptions, handlersOf } from '../../../src/main/desktop.ts';
import { keepFile } from '../../../src/main/kept-file.ts';
import { rememberingDialogs } from '../../../src/main/native/dialogs.ts';
import { preferencesSchema } from '../../../src/main/preferences.ts';
import { mainWords } from '../../../src/main/words.ts';
import type { Workbench } from '../../../src/main/workbench.ts';
import { thrownBy } from '../../support/errors.ts';

/** Needs no window: what it is given is Electron's parts one by one. */
vi.mock('electron', () => ({}));

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-desktop-'));
afterAll(() => rmSync(folder, { recursive: true }));
const call = { signal: new AbortController().signal };

function desktop(answers: { canceled: boolean; filePath: string }[] = []) {
  const shell = { openExternal: vi.fn(async () => {}) };
  const nativeTheme = { themeSource: 'system' as 'system' | 'light' | 'dark' };
  const showSaveDialog = vi.fn(async (..._: unknown[]) => answers.shift()!);
  const dialog = { showOpenDialog: vi.fn(), showSaveDialog } as never;
  const preferences = keepFile(join(folder, `${Math.random()}.json`), preferencesSchema, () => {});
  const workbench = {
    window: {},
    client: {},
    unsaved: false,
    drafts: new Map(),
    mayDiscard: async () => true,
  } as unknown as Workbench;
  const handlers = handlersOf(workbench, {
    shell,
    nativeTheme,
    preferences,
    dialogs: rememberingDialogs(dialog, preferences, '/home/ana/Documents'),
    words: mainWords('en-US'),
  } as unknown as DesktopOptions).desktop;
  return { handlers, shell, showSaveDialog, nativeTheme, preferences, workbench };
}

test('a page of the console is opened in the browser', async () => {
  const { handlers, shell } = desktop();
  await handlers.openLink({ url: 'https://eu-west-1.console.aws.amazon.com/ec2/home' }, call);
  expect(shell.openExternal).toHaveBeenCalledWith('https://eu-west-1.console.aws.amazon.com/ec2/home');
});

test.each(['https://evil.example/', 'http://docs.aws.amazon.com/', 'file:///etc/passwd'])(
  '%s is not',
  async (url) => {
    const { handlers, shell } = desktop();
    const error = await thrownBy(async () => handlers.openLink({ url }, call));
    expect(error).toMatchObject({ code: 'bad-input', next: expect.stringContaining('Copy') });
    expect(shell.openExternal).not.toHaveBeenCalled();
  },
);

test('where a file goes is asked in the folder of the last one of its kind', async () => {
  const { handlers, showSaveDialog } = desktop([
    { canceled: false, filePath: '/clients/acme/findings.csv' },
    { canceled: true, filePath: '' },
    { canceled: true, filePath: '' },
    { canceled: true, filePath: '' },
  ]);
  const asked = { name: '../findings.csv', kind: 'csv' } as const;
  expect(await handlers.chooseSave(asked, call)).toEqual({ path: '/clients/acme/findings.csv' });
  expect(await handlers.chooseSave(asked, call)).toEqual({ path: null });
  await handlers.chooseSave({ name: 'report.pdf', kind: 'pdf' }, call);
  await handlers.chooseSave({ name: '/clients/beta/report.pdf', kind: 'pdf' }, call);
  const paths = showSaveDialog.mock.calls.map(
    ([, options]) => (options as { defaultPath: string }).defaultPath,
  );
  expect(paths).toEqual([
    '/home/ana/Documents/findings.csv',
    '/clients/acme/findings.csv',
    '/home/ana/Documents/report.pdf',
    '/clients/beta/report.pdf',
  ]);
});

test('the theme and the notifications that a person wants are kept, and told to the system', async () => {
  const { handlers, nativeTheme, preferences } = desktop();
  expect(await handlers.setTheme({ theme: 'dark' }, call)).toEqual({ theme: 'dark', notifications: true });
  expect(nativeTheme.themeSource).toBe('dark');
  expect(await handlers.setNotifications({ on: false }, call)).toEqual({
    theme: 'dark',
    notifications: false,
  });
  expect(preferences.value).toMatchObject({ theme: 'dark', notifications: false });
});

test('the window says whether something is unsaved, and asks whether it may be lost', async () => {
  const { handlers, workbench } = desktop();
  await handlers.setUnsaved({ unsaved: true }, call);
  expect(workbench.unsaved).toBe(true);
  expect(await handlers.askUnsaved({}, call)).toEqual({ discard: true });
});
