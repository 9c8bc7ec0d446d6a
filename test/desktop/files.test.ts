import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/engine/store/open.ts';
import { Frame } from './pages/frame.ts';
import { StartPage } from './pages/start.ts';
import { WizardPage } from './pages/wizard.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, dropFile, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';
import { withEngineHeld } from './support/held.ts';

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
  await expectPage(start.door('Open a file')).toBeEnabled();
});
afterAll(() => desk?.clear());

/** Drops a file onto the window until it is noticed: a page that has just been drawn does not listen yet. */
const drop = (file: string) =>
  expectPage(async () => {
    await dropFile(fieldbook.page, file);
    await expectPage(start.dialog).toContainText(desk.written(file), { timeout: 2000 });
  }).toPass({ timeout: 15_000 });

/** Drops a file, types the passphrase and says what the window says. */
async function whatIsSaidOf(file: string): Promise<string> {
  await drop(file);
  await start.openWith(passphrase);
  const said = await start.dialog.getByRole('alert').innerText();
  await fieldbook.page.keyboard.press('Escape');
  await expectPage(start.dialog).toHaveCount(0);
  return said;
}
/** The engagement of these tests among those that were opened before. */
const acme = () =>
  fieldbook.page.getByRole('button', { name: new RegExp(`^Acme Health ${desk.written(path)}`) });
const inFolder = (name: string) => join(desk.folder, name);

test('a file that is damaged says so, and how to save what can be read', async () => {
  const damaged = inFolder('damaged.fieldbook');
  // Of a whole number of pages, as a real one is, and of nothing that any key opens.
  writeFileSync(damaged, Buffer.alloc(4096 * 4, 'x'));
  expect(await whatIsSaidOf(damaged)).toMatch(/passphrase does not open this file|damaged/);
  const cut = inFolder('cut.fieldbook');
  writeFileSync(cut, Buffer.alloc(5000, 'x'));
  expect(await whatIsSaidOf(cut)).toMatch(/damaged|not a Fieldbook engagement/);
});

test('a file from a newer Fieldbook is refused and left as it was', async () => {
  const { path: future } = await makeEngagement(join(desk.folder), { scanned: false, language: 'es' });
  const store = openStore({ path: future, passphrase, mode: 'write' });
  store.db.pragma('user_version = 999');
  store.close();
  expect(await whatIsSaidOf(future)).toContain('A newer Fieldbook wrote this file.');
  expect(await whatIsSaidOf(future)).toContain('Install the newest Fieldbook.');
});

test('a file that is not there says so', async () => {
  const gone = inFolder('gone.fieldbook');
  writeFileSync(gone, '');
  await drop(gone);
  rmSync(gone);
  await start.openWith(passphrase);
  await expectPage(start.dialog.getByRole('alert')).toContainText('There is no such file.');
  await fieldbook.page.keyboard.press('Escape');
});

test('a folder in which nothing can be written is said before anything is lost, and another will do', async () => {
  const { page, app } = fieldbook;
  const wizard = new WizardPage(page);
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()!.items.find(({ label }) => label === 'File')!;
    file.submenu!.items.find(({ label }) => label === 'New engagement')!.click();
  });
  await wizard.field('Client').fill('Northside Clinics');
  await wizard.field('Who does the work').fill('Northwind DevOps');
  await wizard.next();
  await wizard.next();
  await wizard.next();
  const choose = (filePath: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as never;
    }, filePath);
  // Where nobody may write, not even root.
  await choose('/proc/northside.fieldbook');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await wizard.field('Passphrase').fill('plum window seldom thread');
  await wizard.field('The same again').fill('plum window seldom thread');
  await expectPage(page.getByText(/no keychain that Fieldbook can trust/)).toBeVisible();
  await expectPage(page.getByRole('status', { name: 'Strength' })).toContainText('Very good');
  await wizard.make();
  await expectPage(page.getByRole('alert')).toContainText('/proc');
  await choose(inFolder('northside.fieldbook'));
  await page.getByRole('button', { name: 'Choose…' }).click();
  await wizard.make();
  await expectPage(frame.heading('Overview')).toBeVisible();
  expect(readdirSync(desk.folder)).toContain('northside.fieldbook');
});

test('a new engagement is begun over an open one, which stays open when it is thought better of', async () => {
  const { page, app } = fieldbook;
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()!.items.find(({ label }) => label === 'File')!;
    file.submenu!.items.find(({ label }) => label === 'New engagement')!.click();
  });
  await expectPage(new WizardPage(page).heading).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectPage(frame.heading('Overview')).toBeVisible();
  await expectPage(page.getByRole('navigation')).toContainText('Northside Clinics');
});

test('without a keychain the dialog says so and offers none', async () => {
  await frame.engagementMenu('Close engagement');
  await acme().click();
  await expectPage(start.dialog).toContainText('no keychain that Fieldbook can trust');
  await expectPage(start.dialog.getByRole('checkbox', { name: /keychain/ })).toHaveCount(0);
  await fieldbook.page.keyboard.press('Escape');
});

test('with a keychain a passphrase is kept when asked to, and opens the file in one click until it is taken out', async () => {
  const { page, app } = fieldbook;
  // The system of the tests has none: this one seals by turning letters around, which is enough to see the way of it.
  await app.evaluate(({ safeStorage }) => {
    const turned = (text: string) => [...text].reverse().join('');
    Object.assign(safeStorage, {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text: string) => Buffer.from(turned(text)),
      decryptString: (sealed: Buffer) => turned(sealed.toString()),
    });
  });
  await acme().click();
  await start.dialog
    .getByRole('checkbox', { name: "Keep the passphrase in this computer's keychain" })
    .check();
  await start.openWith(passphrase);
  await expectPage(frame.heading('Overview')).toBeVisible();
  await frame.engagementMenu('Close engagement');
  await acme().click();
  await start.dialog.getByRole('button', { name: 'Open without asking' }).click();
  await expectPage(frame.heading('Overview')).toBeVisible();
  await frame.engagementMenu('Close engagement');
  await acme().click();
  await start.dialog.getByRole('button', { name: 'Take it out of the keychain' }).click();
  await expectPage(start.dialog.getByRole('button', { name: 'Open without asking' })).toHaveCount(0);
  await start.openWith(passphrase);
  await expectPage(frame.heading('Overview')).toBeVisible();
  expect(path).toContain(desk.folder);
  await expectPage(page.getByRole('contentinfo')).toContainText(desk.written(path));
});

test('a backup is cancelled where it was begun, and leaves no file', async () => {
  const { app, page } = fieldbook;
  const copy = join(desk.folder, 'copy.fieldbook');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await frame.goTo('Settings');
  await page.getByRole('link', { name: 'Storage and backups', exact: true }).press('Enter');
  const backup = page.getByRole('button', { name: 'Back up…' });
  await backup.waitFor();
  await withEngineHeld(page, async () => {
    await backup.press('Enter');
    await expectPage(page.getByRole('progressbar', { name: /^Writing the copy/ })).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Cancel' }).press('Enter');
  });
  await expectPage(backup).toBeEnabled();
  await expectPage(backup).toBeFocused();
  expect(existsSync(copy)).toBe(false);
});

test('a page that dies is loaded again with the engagement open, and nothing is lost', async () => {
  const { page, app } = fieldbook;
  await frame.goTo('Settings');
  await page.getByRole('link', { name: 'Engagement' }).click();
  const scope = page.getByRole('textbox', { name: 'Scope' });
  await scope.fill('Six accounts of the clinic group.');
  await scope.blur();
  await expectPage(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  // Typed, and not saved.
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByRole('textbox', { name: 'Tag', exact: true }).last().fill('CostCenter');
  const gone = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await gone;
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
          `[document.querySelector('textarea')?.value, ...[...document.querySelectorAll('input')].map(({ value }) => value)]`,
        ),
      ),
    )
    .toEqual(expect.arrayContaining(['Six accounts of the clinic group.', 'CostCenter']));
  // The window would ask before it closes.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
      `window.fieldbook.call({ id: 'saved', method: 'desktop.setUnsaved', args: { unsaved: false } })`,
    ),
  );
});
