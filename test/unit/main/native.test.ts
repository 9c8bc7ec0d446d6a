import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Dialog, MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepFile } from '../../../src/main/kept-file.ts';
import { type MenuActions, type MenuState, menuTemplate } from '../../../src/main/menu.ts';
import { rememberingDialogs } from '../../../src/main/native/dialogs.ts';
import { type JobKind, watchJobs } from '../../../src/main/native/jobs.ts';
import { mayLeave } from '../../../src/main/native/leave.ts';
import { placeOf } from '../../../src/main/native/place.ts';
import { print } from '../../../src/main/native/print.ts';
import { nameOf } from '../../../src/main/native/same-file.ts';
import { preferencesSchema } from '../../../src/main/preferences.ts';
import { pruneDumps } from '../../../src/main/security/dumps.ts';
import { mainWords } from '../../../src/main/words.ts';
import { cancelled, FieldbookError } from '../../../src/shared/contract/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-native-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const preferences = (log = (_: string) => {}) =>
  keepFile(join(folder, 'preferences.json'), preferencesSchema, log);

describe('preferences', () => {
  test('are there again after the next start', () => {
    preferences().set({ theme: 'dark', zoom: 1.5 });
    expect(preferences().value).toMatchObject({ theme: 'dark', zoom: 1.5, notifications: true });
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  test.each(['{"theme":', '[]', '{"theme":"pink"}', ''])('%j is worth nothing, and is said', (text) => {
    writeFileSync(join(folder, 'preferences.json'), text);
    const log = vi.fn();
    expect(preferences(log).value).toEqual(preferencesSchema.parse({}));
    expect(log).toHaveBeenCalledOnce();
    preferences().set({ zoom: 1 });
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ zoom: 1 });
  });

  test('a folder that cannot be written to stops nobody', () => {
    writeFileSync(join(folder, 'file'), '');
    const log = vi.fn();
    const kept = keepFile(join(folder, 'file', 'preferences.json'), preferencesSchema, log);
    kept.set({ theme: 'light' });
    expect(kept.value.theme).toBe('light');
    expect(log).toHaveBeenLastCalledWith(expect.stringContaining('could not keep'));
  });
});

describe('the place of a window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const bounds = { x: 200, y: 100, width: 1200, height: 800 };

  test('is the usual one at first', () => {
    expect(placeOf(null, [screen], 0)).toEqual({ bounds: { width: 1360, height: 880 }, maximized: false });
  });

  test('is that of the last window, and as large as the screen if it was', () => {
    expect(placeOf({ bounds, maximized: true }, [screen], 0)).toEqual({ bounds, maximized: true });
  });

  test.each([
    ['right of it', { ...bounds, x: 1900 }],
    ['left of it', { ...bounds, x: -1190 }],
    ['above it', { ...bounds, y: -40 }],
    ['below it', { ...bounds, y: 1070 }],
  ])('is in the middle when the screen has gone: the window was %s', (_, gone) => {
    expect(placeOf({ bounds: gone, maximized: true }, [screen], 0)).toEqual({
      bounds: { width: 1360, height: 880 },
      maximized: false,
    });
  });

  test('is on a second screen when the window was there', () => {
    const second = { x: -1920, y: 0, width: 1920, height: 1080 };
    const there = { ...bounds, x: -1500 };
    expect(placeOf({ bounds: there, maximized: false }, [screen, second], 0).bounds).toEqual(there);
  });

  test('a window is no larger than its screen and no smaller than it can be used', () => {
    const large = { x: 0, y: 0, width: 4000, height: 3000 };
    expect(placeOf({ bounds: large, maximized: false }, [screen], 0).bounds).toMatchObject({
      width: 1920,
      height: 1080,
    });
    const small = { x: 0, y: 0, width: 130, height: 10 };
    expect(placeOf({ bounds: small, maximized: false }, [screen], 0).bounds).toMatchObject({
      width: 880,
      height: 560,
    });
  });

  test('of a further window is a step aside, and never off the screen', () => {
    expect(placeOf({ bounds, maximized: true }, [screen], 1)).toEqual({
      bounds: { ...bounds, x: 228, y: 128 },
      maximized: false,
    });
    expect(placeOf({ bounds, maximized: false }, [screen], 99).bounds).toEqual({ width: 1200, height: 800 });
  });
});

test('one file has one name, whatever link it is asked for by', () => {
  writeFileSync(join(folder, 'a.fieldbook'), '');
  symlinkSync(join(folder, 'a.fieldbook'), join(folder, 'b.fieldbook'));
  expect(nameOf(join(folder, 'b.fieldbook'))).toBe(nameOf(join(folder, '.', 'a.fieldbook')));
  expect(nameOf(join(folder, 'none', '..', 'c'))).toBe(join(folder, 'c'));
});

test('dialogs of one kind open where the last of that kind was', async () => {
  const shown: object[] = [];
  const dialog = {
    showOpenDialog: async (options: object) => {
      shown.push(options);
      return { canceled: false, filePaths: ['/clients/acme/acme.fieldbook'] };
    },
    showSaveDialog: async (options: object) => {
      shown.push(options);
      return { canceled: true, filePath: '' };
    },
  } as unknown as Dialog;
  const dialogs = rememberingDialogs(dialog, preferences(), '/documents');
  const filters = [{ name: 'x', extensions: ['x'] }];
  expect(await dialogs.open(undefined, { kind: 'engagement', filters })).toBe('/clients/acme/acme.fieldbook');
  expect(await dialogs.save(undefined, { kind: 'report', filters, name: 'r.pdf' })).toBeNull();
  // As after a new start.
  const again = rememberingDialogs(dialog, preferences(), '/documents');
  await again.open(undefined, { kind: 'engagement', filters });
  await again.save(undefined, { kind: 'engagement', filters, name: 'copy.fieldbook' });
  expect(shown.map((options) => (options as { defaultPath?: string }).defaultPath)).toEqual([
    undefined,
    join('/documents', 'r.pdf'),
    '/clients/acme',
    join('/clients/acme', 'copy.fieldbook'),
  ]);
});

describe('long work', () => {
  function jobs() {
    const changes: [JobKind[], number | null][] = [];
    const ends: unknown[] = [];
    let clock = 0;
    const watched = watchJobs({
      onChange: (running, share) => changes.push([[...running], share]),
      onEnd: (kind, ended) => ends.push([kind, ended]),
      now: () => clock,
    });
    return { ...watched, watched, changes, ends, pass: (ms: number) => (clock += ms) };
  }
  const progress = {
    snapshot: 's',
    state: 'running',
    planned: 40,
    done: 10,
    failed: 0,
    resources: 0,
    calls: 0,
    last: null,
  };

  test('is known while it runs, with its share, and told of when it ends', async () => {
    const { watched, changes, ends, pass } = jobs();
    let end = (_: unknown) => {};
    const scan = watched.watch(() => new Promise((resolve) => (end = resolve)))('scan.start', {});
    expect([...watched.running]).toEqual(['scan']);
    watched.hear('scan.progress', progress);
    pass(90_000);
    end({ snapshot: { state: 'complete' } });
    await scan;
    expect(changes).toEqual([
      [['scan'], null],
      [['scan'], 0.25],
      [[], null],
    ]);
    expect(ends).toEqual([['scan', { well: true, seconds: 90 }]]);
  });

  test('reads that failed are over as well: the share is that of the page, and comes to its end', async () => {
    const { watched, changes } = jobs();
    void watched.watch(() => new Promise(() => {}))('scan.start', {});
    watched.hear('scan.progress', { ...progress, done: 25, failed: 1 });
    watched.hear('scan.progress', { ...progress, done: 36, failed: 4 });
    expect(changes.map(([, share]) => share)).toEqual([null, 0.65, 1]);
  });

  test('a scan that waits for somebody, or fails, is told of as such; a cancelled one is not', async () => {
    const { watched, ends } = jobs();
    await watched.watch(async () => ({ snapshot: { state: 'paused', pause: { code: 'sign-in-needed' } } }))(
      'scan.resume',
      {},
    );
    await watched.watch(async () => ({ snapshot: { state: 'paused', pause: null } }))('scan.resume', {});
    const failing = watched.watch(() => Promise.reject(new FieldbookError('disk-full', 'Full.', '')));
    await expect(failing('reports.write', {})).rejects.toThrow('Full.');
    await expect(watched.watch(() => Promise.reject(cancelled()))('scan.start', {})).rejects.toThrow();
    expect(ends).toEqual([
      ['scan', { well: false, seconds: 0 }],
      ['report', { well: false, seconds: 0 }],
    ]);
    expect(watched.running.size).toBe(0);
  });

  test('a scan that goes on in the engine is followed to its end, whoever waits for it', async () => {
    const { watched, ends, pass } = jobs();
    let end = (_: unknown) => {};
    const invoke = vi.fn((method: string, ..._: unknown[]) =>
      method === 'scan.wait'
        ? new Promise<unknown>((resolve) => {
            end = resolve;
          })
        : Promise.resolve({ snapshot: 's' }),
    );
    expect(await watched.watch(invoke)('scan.begin', {})).toEqual({ snapshot: 's' });
    expect([...watched.running]).toEqual(['scan']);
    pass(60_000);
    end({ snapshot: { state: 'complete', pause: null } });
    await vi.waitFor(() => expect(watched.running.size).toBe(0));
    expect(ends).toEqual([['scan', { well: true, seconds: 60 }]]);
  });

  test('one that was over before it could be waited for is no news', async () => {
    const { watched, ends } = jobs();
    const over = new FieldbookError('nothing-to-resume', 'None.', '');
    const invoke = (method: string) => (method === 'scan.wait' ? Promise.reject(over) : Promise.resolve({}));
    await watched.watch(invoke)('scan.carryOn', {});
    await vi.waitFor(() => expect(watched.running.size).toBe(0));
    expect(ends).toEqual([]);
  });

  test('a report is made for its preview; one that a person cancels is not told of', async () => {
    const { watched, changes, ends, pass } = jobs();
    let end = (_: unknown) => {};
    const preview = watched.watch(() => new Promise((resolve) => (end = resolve)))('reports.preview', {});
    expect([...watched.running]).toEqual(['report']);
    watched.hear('report.progress', { phase: 'draw', done: 0.5, of: 1 });
    // Three of the five stages are over, and half of the fourth.
    expect(changes.at(-1)).toEqual([['report'], 0.7]);
    pass(20_000);
    end({ preview: 'p', pages: 90 });
    await preview;
    await expect(watched.watch(() => Promise.reject(cancelled()))('reports.preview', {})).rejects.toThrow();
    expect(ends).toEqual([['report', { well: true, seconds: 20 }]]);
    expect(watched.running.size).toBe(0);
  });

  test('short calls and progress of nothing change nothing', async () => {
    const { watched, changes } = jobs();
    await watched.watch(async () => ({}))('findings.page', {});
    await watched.watch(async () => ({}))('constructor', {});
    watched.hear('scan.progress', progress);
    expect(changes).toEqual([]);
  });

  test.each([
    [0, true],
    [1, false],
  ])('is asked about before a window goes; answer %i', async (response, leaves) => {
    const showMessageBox = vi.fn(async (..._: unknown[]) => ({ response }));
    const dialog = { showMessageBox } as unknown as Dialog;
    const window = {} as BrowserWindow;
    expect(
      await mayLeave(
        dialog,
        window,
        { running: new Set(['scan', 'report']), unsaved: false },
        mainWords('en-US'),
      ),
    ).toBe(leaves);
    const options = showMessageBox.mock.calls[0]![1] as {
      buttons: string[];
      detail: string;
      cancelId: number;
    };
    expect(options.buttons).toEqual(['Stop the scan and close', 'Keep working']);
    expect(options.detail).toContain('nothing is lost');
    // Escape, Enter and the cross all keep the work.
    expect(options).toMatchObject({ defaultId: 1, cancelId: 1 });
  });

  test.each([
    ['en-US', 'Something you typed is not saved yet.', ['Close without saving', 'Keep working']],
    ['es-MX', 'Algo que ha escrito aún no está guardado.', ['Cerrar sin guardar', 'Seguir trabajando']],
  ])(
    'what was typed and not saved is asked about as well, alone or beside work: %s',
    async (locale, said, buttons) => {
      const showMessageBox = vi.fn(async (..._: unknown[]) => ({ response: 1 }));
      const dialog = { showMessageBox } as unknown as Dialog;
      const ask = async (running: JobKind[]) => {
        const left = { running: new Set(running), unsaved: true };
        expect(await mayLeave(dialog, {} as BrowserWindow, left, mainWords(locale))).toBe(false);
        return showMessageBox.mock.lastCall![1] as { message: string; detail: string; buttons: string[] };
      };
      expect(await ask([])).toMatchObject({ message: said, buttons });
      const beside = await ask(['scan']);
      expect(beside.message).not.toBe(said);
      expect(beside.detail).toContain(said);
    },
  );
});

test.each([
  ['printed', true, '', { printed: true }],
  ['closed', false, 'Print job canceled', { printed: false }],
])('a print dialog that is %s', async (_, success, reason, outcome) => {
  const contents = {
    print: (_options: object, done: (success: boolean, reason: string) => void) => done(success, reason),
  };
  expect(await print(contents as never)).toEqual(outcome);
});

test('a page that cannot be printed says so', async () => {
  const contents = {
    print: (_: object, done: (success: boolean, reason: string) => void) =>
      done(false, 'Invalid printer settings'),
  };
  await expect(print(contents as never)).rejects.toMatchObject({ code: 'printer-unavailable' });
});

test('crash dumps stay two weeks', () => {
  const old = new Date(Date.now() - 15 * 86_400_000);
  mkdirSync(join(folder, 'completed'));
  for (const name of ['old.dmp', 'new.dmp', 'settings.dat']) {
    writeFileSync(join(folder, 'completed', name), '');
    if (name !== 'new.dmp') utimesSync(join(folder, 'completed', name), old, old);
  }
  pruneDumps(folder);
  expect(readdirSync(join(folder, 'completed')).sort()).toEqual(['new.dmp', 'settings.dat']);
});

describe('the menus', () => {
  const state: MenuState = {
    platform: 'linux',
    developer: false,
    recent: [],
    window: true,
    engagement: true,
  };
  const template = (
    change: Partial<MenuState> = {},
    actions: Partial<MenuActions> = {},
    language = 'en-US',
  ) => menuTemplate(mainWords(language), actions as MenuActions, { ...state, ...change });
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  const labels = (items: MenuItemConstructorOptions[]) => items.map(({ label }) => label);
  const item = (items: MenuItemConstructorOptions[], label: string) =>
    flat(items).find((one) => one.label === label)!;

  test('are those of each system', () => {
    expect(labels(template())).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    expect(labels(template({ platform: 'darwin' }))[0]).toBe('Fieldbook');
    expect(flat(template({ platform: 'win32' })).find(({ role }) => role === 'quit')?.label).toBe('Exit');
    expect(flat(template()).find(({ role }) => role === 'quit')?.label).toBe('Quit');
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      for (const label of ['Settings', 'About Fieldbook', 'Keyboard shortcuts'])
        expect(
          flat(template({ platform })).filter((one) => one.label === label),
          platform,
        ).toHaveLength(1);
  });

  test('speak the language of the system', () => {
    expect(labels(template({}, {}, 'es-MX'))).toEqual(['Archivo', 'Edición', 'Ver', 'Ventana', 'Ayuda']);
  });

  test('take no key of the page', () => {
    const page = /^(CmdOrCtrl|Ctrl|Cmd|Command|Control)\+([1-9K,]|comma)$|^Alt\+(Left|Right)/i;
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const keys = flat(template({ platform, developer: true })).flatMap(
        ({ accelerator }) => accelerator ?? [],
      );
      expect(keys.filter((key) => page.test(key))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('recent files open, and the list can be cleared', () => {
    const opened: string[] = [];
    const clear = vi.fn();
    const items = template(
      { recent: [{ path: '/a & b.fieldbook', client: 'Acme' }] },
      { openRecent: (path) => opened.push(path), clearRecent: clear },
    );
    (item(items, 'Acme  /a && b.fieldbook').click as () => void)();
    (item(items, 'Clear the list').click as () => void)();
    expect(opened).toEqual(['/a & b.fieldbook']);
    expect(clear).toHaveBeenCalledOnce();
    expect(item(template(), 'Nothing opened yet').enabled).toBe(false);
  });

  test('what needs an engagement, or a window, waits for one', () => {
    const closed = template({ engagement: false });
    expect(item(closed, 'Settings').enabled).toBe(false);
    expect(item(closed, 'Keyboard shortcuts').enabled).toBe(true);
    expect(item(template({ engagement: false, window: false }), 'Print…').enabled).toBe(false);
  });

  test('what a page does is asked of it by name', () => {
    const asked: string[] = [];
    const items = template({}, { page: (command) => asked.push(command) });
    for (const label of [
      'Settings',
      'Back',
      'Forward',
      'Keyboard shortcuts',
      'Close engagement',
      'Search or run a command',
    ])
      (item(items, label).click as () => void)();
    expect(asked).toEqual(['settings', 'back', 'forward', 'shortcuts', 'close-engagement', 'palette']);
  });

  test('developer tools are not in a program that ships', () => {
    expect(flat(template()).some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });
});
