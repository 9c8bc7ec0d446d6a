import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channels } from '../../src/shared/contract/bridge.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, dropFile, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';
import { pidOfEngine, withEngineHeld } from './support/held.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let first: string;
let second: string;
let idOfSecond: string;
beforeAll(async () => {
  desk = await setUpDesk();
  ({ path: first } = await makeEngagement(desk.folder, { scanned: false }));
  const other = await makeEngagement(desk.folder, { scanned: false, language: 'es' });
  second = other.path;
  idOfSecond = other.overview.engagement.id;
  fieldbook = await desk.launch({ engagement: first, passphrase });
  await fieldbook.page.getByRole('contentinfo').getByText('engine ready').waitFor();
});
afterAll(() => desk?.clear());

/** What the bridge of that page answers. */
const call = (page: Page, method: string, args: object = {}) =>
  page.evaluate(
    async ([method, args]) => {
      const answer = await window.fieldbook.call({ id: crypto.randomUUID(), method, args });
      return (answer.ok ? answer.value : { refused: answer.error.code }) as Record<string, unknown>;
    },
    [method, args] as const,
  );
const windows = () => fieldbook.app.windows();
/** The dialog in which a window asks for the passphrase of a file. */
const asks = (page: Page) => page.getByRole('dialog', { name: /^Open / });

test('what main tells of the engine while a page is being loaded is heard', async () => {
  const { app, page } = fieldbook;
  const { engine } = await call(page, 'desktop.start');
  const line = page.getByRole('contentinfo');
  await app.evaluate(
    ({ BrowserWindow }, [channel, state]) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.once('dom-ready', () => webContents.send(channel, 'engine', state));
      webContents.reload();
    },
    [channels.event, { state: 'starting', attempt: 1 }] as const,
  );
  await expectPage(line).toContainText('engine starting');
  await app.evaluate(
    ({ BrowserWindow }, [channel, state]) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send(channel, 'engine', state),
    [channels.event, engine] as const,
  );
  await expectPage(line).toContainText('engine ready');
});

test('a file that is double-clicked opens a window with an engine of its own', async () => {
  const opened = fieldbook.app.waitForEvent('window');
  await desk.startAgain('acme-es.fieldbook');
  const page = await opened;
  // Nobody gave its passphrase: that window asks.
  await expectPage(asks(page)).toContainText(desk.written(second));
  await page.getByText('engine ready').waitFor();
  const engines = await Promise.all(windows().map((one) => call(one, 'desktop.start')));
  const processes = engines.map(({ engine }) => (engine as { pid: number }).pid);
  expect(new Set(processes).size).toBe(2);
});

test('a call of a window is answered by its own engine', async () => {
  const [one, other] = windows();
  expect(await call(one!, 'engagement.current')).toMatchObject({ path: first });
  expect(await call(other!, 'engagement.current')).toBeNull();
  expect(await call(other!, 'engagement.open', { path: second, passphrase })).toMatchObject({
    language: 'es',
  });
  expect(await call(one!, 'engagement.current')).toMatchObject({ path: first, language: 'en' });
});

test('an event of an engine reaches its own window alone', async () => {
  const heard = windows().map((page) =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const names: string[] = [];
          window.fieldbook.listen((name) => names.push(name));
          setTimeout(() => resolve(names), 600);
        }),
    ),
  );
  await call(windows()[1]!, 'engagement.setTagPolicy', { tagPolicy: { required: [] } });
  expect(await Promise.all(heard)).toEqual([[], ['changed']]);
});

test('the same file, by whatever name, brings its window forward and opens none', async () => {
  symlinkSync(first, join(desk.folder, 'link.fieldbook'));
  await desk.startAgain('--engagement', 'link.fieldbook');
  await call(windows()[1]!, 'desktop.openFile', { path: first });
  expect(windows()).toHaveLength(2);
});

test('a file that one window writes to is not opened for writing in another', async () => {
  const page = windows()[1]!;
  expect(await call(page, 'engagement.open', { path: first, passphrase })).toEqual({
    refused: 'file-in-use',
  });
  // What was open there still is: nothing was closed for it.
  expect(await call(page, 'engagement.current')).toMatchObject({ path: second });
});

test('a file can be asked for in an empty window, which then opens it there', async () => {
  const opened = fieldbook.app.waitForEvent('window');
  await call(windows()[0]!, 'desktop.newWindow');
  const empty = await opened;
  await empty.getByText('engine ready').waitFor();
  await call(windows()[1]!, 'engagement.close');
  await call(empty, 'desktop.openFile', { path: join(desk.folder, 'another.fieldbook') });
  await expectPage(asks(empty)).toContainText(desk.written(join(desk.folder, 'another.fieldbook')));
  expect(windows()).toHaveLength(3);
  await empty.close();
});

test('a window that is closed takes its engine with it, and the others stay', async () => {
  await closed(windows()[1]!);
  expect(await call(windows()[0]!, 'engagement.current')).toMatchObject({ path: first });
});

async function closed(page: Page): Promise<void> {
  const pid = await pidOfEngine(page);
  await page.close();
  await expect.poll(() => lives(pid)).toBe(false);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the menus know what was opened, and a command of theirs reaches the page', async () => {
  const { app, page } = fieldbook;
  const recent = () =>
    app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()!.items.find(({ label }) => label === 'File')!;
      const list = file.submenu!.items.find(({ label }) => label === 'Open recent')!;
      return list.submenu!.items.map(({ label }) => label);
    });
  await expect.poll(recent).toContain(`Acme Health  ${first}`);
  const choose = (menu: string, name: string) =>
    app.evaluate(
      ({ Menu }, [menu, name]) => {
        const top = Menu.getApplicationMenu()!.items.find(({ label }) => label === menu)!;
        top.submenu!.items.find(({ label }) => label === name)!.click();
      },
      [menu, name] as const,
    );
  await choose('Help', 'Keyboard shortcuts');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await choose('Edit', 'Settings');
  await expect.poll(() => page.url()).toContain('#/settings');
  await choose('View', 'Back');
  await expect.poll(() => page.url()).not.toContain('#/settings');
  const submenu = (menu: string, list: string, name: string) =>
    app.evaluate(
      ({ Menu }, [menu, list, name]) => {
        const top = Menu.getApplicationMenu()!.items.find(({ label }) => label === menu)!;
        const inner = top.submenu!.items.find(({ label }) => label === list)!;
        inner.submenu!.items.find(({ label }) => label === name)!.click();
      },
      [menu, list, name] as const,
    );
  const before = await recent();
  await submenu('File', 'Open recent', 'Clear the list');
  await expect.poll(recent).toEqual(['Nothing opened yet']);
  await page.getByText('2 engagements were taken off the list.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(recent).toEqual(before);
});

test('the theme that the page is set to is that of the title bar, now and after a start', async () => {
  const { page, app } = fieldbook;
  expect(await call(page, 'desktop.setTheme', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  // Playwright has one of its own otherwise.
  await page.emulateMedia({ colorScheme: null });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const kept = readFileSync(join(desk.folder, 'user-data', 'preferences.json'), 'utf8');
  expect(JSON.parse(kept)).toMatchObject({ theme: 'dark' });
  await call(page, 'desktop.setTheme', { theme: 'system' });
});

test('the size of the page is remembered', async () => {
  const { app } = fieldbook;
  await app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()!.items.find(({ label }) => label === 'View')!;
    view.submenu!.items.find(({ label }) => label === 'Zoom in')!.click();
  });
  const levels = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel());
  expect(await levels()).toBe(0.5);
  expect(JSON.parse(readFileSync(join(desk.folder, 'user-data', 'preferences.json'), 'utf8')).zoom).toBe(0.5);
});

test('a file that a person chose or dropped says where it is', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'of-the-test';
    document.body.append(input);
  });
  await page.setInputFiles('#of-the-test', second);
  const found = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#of-the-test')!;
    const made = new File(['x'], 'made.fieldbook');
    const paths = [input.files![0]!, made].map((file) => window.fieldbook.pathOf(file));
    input.remove();
    return paths;
  });
  expect(found).toEqual([second, '']);
});

test('a link into another engagement opens its file and leads to its page; where the file is not known, it is chosen', async () => {
  const { page, app } = fieldbook;
  const paste = async (address: string, offer: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(`fieldbook://${idOfSecond}${address}`);
    await page.getByText(`This link is of another engagement: ${offer}`).waitFor();
    await page.keyboard.press('Enter');
  };
  const openedBy = async (pasted: Promise<void>) => {
    const [window] = await Promise.all([app.waitForEvent('window'), pasted]);
    await asks(window).getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await window.getByText('engine ready').waitFor();
    await window.keyboard.press('Enter');
    return window;
  };
  const shows = (window: Page, name: string) =>
    expectPage(window.getByRole('heading', { level: 1, name })).toBeVisible();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [path] })) as never;
  }, second);
  await call(page, 'engagement.forgetRecent', { path: second });
  const window = await openedBy(paste('/checks', 'choose its file'));
  await shows(window, 'Comprobaciones');
  // Where it is open, its window goes there.
  await paste('/phases', 'open Acme Health');
  await shows(window, 'Fases');
  let again: Page;
  await withEngineHeld(window, async () => {
    await window.close();
    again = await openedBy(paste('/checks', 'open Acme Health'));
    // The engine of the window that was closed still has the file: the next waits for its end.
    await expectPage(asks(again)).toBeVisible();
  });
  await shows(again!, 'Comprobaciones');
  await closed(again!);
  expect(windows()).toHaveLength(1);
});

test('an address without a page says so and leads to the overview', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '#/nowhere';
  });
  await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
  await page.getByRole('button', { name: 'Go to the overview' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});

test('an engagement file that is dropped is opened; another file is left alone', async () => {
  const { page, app } = fieldbook;
  await dropFile(page, join(desk.folder, 'user-data', 'preferences.json'));
  const opened = app.waitForEvent('window');
  await dropFile(page, second);
  const window = await opened;
  await expectPage(asks(window)).toContainText(desk.written(second));
  expect(windows()).toHaveLength(2);
  await window.close();
});

test('this system has no keychain that is worth the name, and says so', async () => {
  const { page } = fieldbook;
  expect(await call(page, 'keychain.state')).toMatchObject({ available: false, remembered: [] });
  expect(await call(page, 'keychain.remember', { path: first, passphrase })).toEqual({
    refused: 'keychain-unavailable',
  });
  expect(await call(page, 'keychain.open', { path: first })).toEqual({ refused: 'passphrase-not-kept' });
});

test("printing is the system's, of the page as it is", async () => {
  const { page, app } = fieldbook;
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.print = (_options, done) => done?.(false, 'Print job canceled');
  });
  expect(await call(page, 'desktop.print')).toEqual({ printed: false });
});

test('crashes are kept on this machine', async () => {
  expect(await fieldbook.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
});

test('a window does not close over a scan unless a person says so, and the scan can be resumed', async () => {
  const { app, page } = fieldbook;
  await app.evaluate(({ dialog }) => {
    const shown = globalThis as unknown as { asked: object[]; answer: number };
    Object.assign(shown, { asked: [], answer: 1 });
    dialog.showMessageBox = (async (_window: unknown, options: object) => {
      shown.asked.push(options);
      return { response: shown.answer, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: { message: string }[] }).asked);
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  const began = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.fieldbook.listen((name) => name === 'scan.progress' && resolve());
      }),
  );
  // It is not waited for: the window goes while it runs.
  await page.evaluate(() => {
    void window.fieldbook.call({
      id: 'scan',
      method: 'scan.start',
      args: { scope: { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } } },
    });
  });
  await began;
  await close();
  await expect.poll(asked).toMatchObject([{ message: 'A scan is running.' }]);
  expect(windows()).toHaveLength(1);
  // Somebody starts Fieldbook anew while its last window's engine is still coming to its end.
  await app.evaluate(({ app }) => {
    (globalThis as unknown as { answer: number }).answer = 0;
    app.relaunch = (how) => console.log(JSON.stringify(how));
    app.once('will-quit', () => app.emit('second-instance', {}, ['fieldbook', '--of-the-second'], '', {}));
  });
  const said: string[] = [];
  app.on('console', (message) => said.push(message.text()));
  await Promise.all([app.waitForEvent('close'), close()]);
  expect(page.isClosed()).toBe(true);
  expect(said).toContain('{"args":["--of-the-second"]}');
  const again = await desk.launch({ engagement: first, passphrase });
  await again.page.getByRole('contentinfo').getByText('engine ready').waitFor();
  const { snapshots } = (await call(again.page, 'scan.list')) as unknown as {
    snapshots: { state: string }[];
  };
  expect(snapshots).toHaveLength(1);
  expect(snapshots[0]!.state).not.toBe('complete');
  const resumed = (await call(again.page, 'scan.resume')) as { snapshot: { state: string } };
  expect(resumed.snapshot.state).toBe('complete');
  await again.close();
});

test('a window opens where the last one stood', async () => {
  const bounds = { x: 140, y: 90, width: 1000, height: 700 };
  const one = await desk.launch();
  await one.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]!.setBounds(bounds);
  }, bounds);
  await one.close();
  const again = await desk.launch();
  const where = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getNormalBounds(),
  );
  await again.close();
  expect(where).toEqual(bounds);
});
