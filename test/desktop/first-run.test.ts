import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { Frame } from './pages/frame.ts';
import { StartPage } from './pages/start.ts';
import { WizardPage } from './pages/wizard.ts';
import { barriers } from './support/axe.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let start: StartPage;
let wizard: WizardPage;
let frame: Frame;
beforeAll(async () => {
  desk = await setUpDesk();
  fieldbook = await desk.launch();
  start = new StartPage(fieldbook.page);
  wizard = new WizardPage(fieldbook.page);
  frame = new Frame(fieldbook.page);
  await start.heading.waitFor();
});
afterAll(() => desk?.clear());

test('another folder for new engagements is chosen once and kept', async () => {
  const folder = join(desk.folder, 'engagements');
  await fieldbook.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await fieldbook.page.getByRole('button', { name: 'Change' }).click();
  await expectPage(start.main).toContainText(desk.written(folder));
  await fieldbook.page.reload();
  await expectPage(start.main).toContainText(desk.written(folder));
});

test('a new engagement is made in four steps, and none lets a fault through', async () => {
  const { page } = fieldbook;
  await start.door('New engagement').click();
  await expectPage(wizard.field('Client')).toBeFocused();
  await wizard.next();
  await expectPage(page.getByText('This is needed.')).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  await wizard.field('Client').fill('Northside Clinics');
  await wizard.field('Who does the work').fill('Northwind DevOps');
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Add a person' }).click();
  await wizard.field('Name').fill('Ana Ruiz');
  await wizard.field('Role').fill('Head of platform');
  await wizard.field('Assessment from').fill('2026-12-01');
  await wizard.field('Assessment to').fill('2026-02-31');
  await wizard.next();
  await expectPage(page.getByText('Not a date. Write mm/dd/yyyy.')).toBeVisible();
  await wizard.field('Assessment to').fill('11/1/2026');
  await wizard.next();
  await expectPage(page.getByText('It ends before it begins.')).toBeVisible();
  await wizard.field('Assessment to').fill('2026-12-18');
  expect(await barriers(page)).toEqual([]);
  await wizard.next();

  await page.getByRole('button', { name: 'Add a tag' }).click();
  await wizard.field('Tag key').fill('owner');
  const logo = page.locator('input[type="file"]');
  await logo.setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  });
  await expectPage(page.getByRole('alert')).toContainText('The logo holds what a picture must not');
  await logo.setInputFiles(join(root, 'resources/sample/acme-health.svg'));
  await expectPage(page.getByRole('img', { name: 'Logo of the client' })).toBeVisible();
  await expectPage(page.getByRole('alert')).toHaveCount(0);
  await wizard.field('Accent').fill('#b9');
  await wizard.next();
  await expectPage(page.getByText('Write it as #0f766e.')).toBeVisible();
  await wizard.field('Accent').fill('#b94f08');
  await expectPage(page.getByRole('list', { name: 'How well the accent can be read' })).toContainText(
    'On the cover: 3.4 : 1',
  );
  await photograph(page, 'wizard-branding');
  expect(await barriers(page)).toEqual([]);
  await wizard.next();

  await wizard.field('Passphrase').fill('12345678');
  await expectPage(page.getByRole('status', { name: 'Strength' })).toContainText('Guessed at once');
  await wizard.make();
  await expectPage(page.getByText('Choose one that is harder to guess: at least "Good".')).toBeVisible();
  await wizard.field('Passphrase').fill('plum window seldom thread');
  await wizard.field('The same again').fill('plum window seldom thread');
  await expectPage(page.getByRole('status', { name: 'Strength' })).toContainText('Very good');
  expect(await barriers(page)).toEqual([]);
  // A folder that cannot be, and then the one that was meant.
  await chooseFile(join(desk.folder, 'workspace.db', 'northside.fieldbook'));
  await wizard.make();
  await expectPage(page.getByRole('alert')).toBeVisible();
  mkdirSync(join(desk.folder, 'engagements'));
  await chooseFile(join(desk.folder, 'engagements', 'northside-clinics.fieldbook'));
  await expectPage(page.getByRole('alert')).toHaveCount(0);
  await wizard.make();

  await expectPage(frame.heading('Overview')).toBeVisible();
  await expectPage(page.getByRole('main')).toContainText('Phase 1, Assessment');
  const answers = await page.evaluate(async () => {
    const ask = (method: string) => window.fieldbook.call({ id: crypto.randomUUID(), method, args: {} });
    return [await ask('engagement.logo'), await ask('workspace.get')];
  });
  expect(answers).toMatchObject([
    { value: { logo: { mediaType: 'image/svg+xml' } } },
    { value: { branding: { accent: '#b94f08' } } },
  ]);
  expect(existsSync(join(desk.folder, 'engagements', 'northside-clinics.fieldbook'))).toBe(true);
});

test('the sample is one click away, fills while it is looked at, and ends compared', async () => {
  const { page } = fieldbook;
  await frame.engagementMenu('Close engagement');
  await start.door('Open the sample engagement').click();
  await expectPage(frame.heading('Overview')).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'A scan is under way' })).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Scores' })).toBeVisible({ timeout: 40_000 });
  await expectPage(page.getByRole('region', { name: 'Scores' })).toContainText('Change', { timeout: 40_000 });
  await expectPage(page.getByRole('region', { name: 'A scan is under way' })).toHaveCount(0);
});

test('opened again it is there at once, and nothing is scanned twice', async () => {
  const { page } = fieldbook;
  await frame.engagementMenu('Close engagement');
  await expectPage(start.door('Open the sample engagement')).toBeEnabled();
  await page.keyboard.press('s');
  await expectPage(page.getByRole('region', { name: 'Scores' })).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'A scan is under way' })).toHaveCount(0);
});

/** By the wizard's button, and the system's dialog. */
async function chooseFile(path: string): Promise<void> {
  await fieldbook.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await fieldbook.page.getByRole('button', { name: 'Choose…' }).click();
}
