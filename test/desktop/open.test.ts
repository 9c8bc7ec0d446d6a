import { afterAll, beforeAll, expect, test } from 'vitest';
import { Frame } from './pages/frame.ts';
import { StartPage } from './pages/start.ts';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { pidOfEngine } from './support/held.ts';

let desk: Desk;
let path: string;
let fieldbook: Fieldbook;
let start: StartPage;
let frame: Frame;
beforeAll(async () => {
  desk = await setUpDesk();
  ({ path } = await makeEngagement(desk.folder, { scanned: false }));
  fieldbook = await desk.launch();
  start = new StartPage(fieldbook.page);
  frame = new Frame(fieldbook.page);
});
afterAll(() => desk?.clear());

test('without an engagement the window has three doors, and knows those that were open before', async () => {
  await expectPage(start.heading).toBeVisible();
  await expectPage(start.door('Open the sample engagement')).toBeEnabled();
  await expectPage(start.recent('Acme Health')).toContainText(desk.written(path));
  expect(await barriers(fieldbook.page)).toEqual([]);
  await photograph(fieldbook.page, 'start');
});

test('a file is chosen in a dialog of the system', async () => {
  await fieldbook.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await start.door('Open a file').click();
  await expectPage(start.dialog).toContainText(desk.written(path));
});

test('a wrong passphrase is said, with what to do next', async () => {
  await start.openWith('wrong');
  await expectPage(start.dialog.getByRole('alert')).toContainText('The passphrase does not open this file.');
  expect(await barriers(fieldbook.page)).toEqual([]);
  await photograph(fieldbook.page, 'open-wrong');
  await fieldbook.page.keyboard.press('Escape');
  await expectPage(start.dialog).toHaveCount(0);
});

test('a passphrase that is given before the engine is there opens the file when it is', async () => {
  const { page } = fieldbook;
  await start.recent('Acme Health').press('Enter');
  process.kill(await pidOfEngine(page), 'SIGKILL');
  await expectPage(page.getByText('The engine stopped').first()).toBeVisible();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expectPage(frame.heading('Overview')).toBeVisible();
  await page.evaluate(() => window.fieldbook.call({ id: 'close', method: 'engagement.close', args: {} }));
  await expectPage(start.heading).toBeVisible();
});

test('everything can be done with the keyboard alone', async () => {
  const { page } = fieldbook;
  await start.recent('Acme Health').press('Enter');
  await expectPage(start.dialog.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expectPage(frame.heading('Overview')).toBeVisible();
});

test('an engagement without a scan says so, and leads to the scans', async () => {
  const { page } = fieldbook;
  await expectPage(page.getByRole('main')).toContainText('Nothing has been scanned yet.');
  await photograph(page, 'overview-empty');
  await page.getByRole('button', { name: 'Scan an account' }).click();
  await expectPage(frame.heading('Scans')).toBeVisible();
});

test('closing it leads back to the doors', async () => {
  await frame.engagementMenu('Close engagement');
  await expectPage(start.heading).toBeVisible();
  expect(await fieldbook.page.title()).toBe('Fieldbook');
});

test('a file is taken off the list by keyboard alone, and comes back by undo', async () => {
  const { page } = fieldbook;
  const forget = page.getByRole('button', { name: 'Take Acme Health off this list' });
  const undo = page.getByRole('alert').getByRole('button', { name: 'Undo' });
  const gone = async () => {
    await forget.press('Enter');
    await expectPage(start.recent('Acme Health')).toHaveCount(0);
    await expectPage(start.main).toContainText('Engagements that you open appear here.');
    await expectPage(page.getByRole('region', { name: 'Opened before' })).toBeFocused();
    await undo.waitFor();
  };
  await gone();
  await page.keyboard.press('Control+z');
  await expectPage(start.recent('Acme Health')).toBeVisible();
  await expectPage(undo).toHaveCount(0);
  await gone();
  await undo.press('Enter');
  await expectPage(start.recent('Acme Health')).toBeVisible();
});

test('a list that the menu clears is empty at once', async () => {
  await fieldbook.app.evaluate(({ Menu }) => {
    const [file] = Menu.getApplicationMenu()!.items;
    const recent = file!.submenu!.items.find(({ label }) => label === 'Open recent')!;
    recent.submenu!.items.at(-1)!.click();
  });
  await expectPage(start.recent('Acme Health')).toHaveCount(0);
});

test('a second Fieldbook gives way to the first', async () => {
  const { app } = fieldbook;
  expect(await desk.startAgain()).toBe(0);
  expect(app.windows()).toHaveLength(1);
});
