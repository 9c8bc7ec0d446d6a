import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { withEngineHeld } from './support/held.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let page: Page;
let path: string;
const open = async () => {
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  ({ page } = fieldbook);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
};
beforeAll(async () => {
  desk = await setUpDesk();
  ({ path } = await makeEngagement(desk.folder, { scanned: true }));
  await open();
});
afterAll(() => desk?.clear());

const goTo = async (section: string) => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: section, exact: true }).click();
  await expectPage(page.getByRole('region', { name: section, exact: true }).first()).toBeVisible();
  await expectPage(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
};

const sections = [
  'Appearance',
  'Engagement',
  'Branding',
  'AWS and network',
  'Privacy',
  'Storage and backups',
  'Licences',
  'About',
];

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(sections)('%s has an address of its own and no barrier that axe can find', async (section) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await goTo(section);
    expect(await barriers(page)).toEqual([]);
    if (colorScheme === 'light') await photograph(page, `settings-${section.split(' ')[0]!.toLowerCase()}`);
  });
});

test('the client is renamed, the window says so, and it can be taken back', async () => {
  await goTo('Engagement');
  await page.getByRole('textbox', { name: 'Client' }).fill('Acme Holding');
  await page.keyboard.press('Enter');
  await expectPage(page.getByRole('banner')).toContainText('Acme Holding');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPage(page.getByRole('banner')).toContainText('Acme Health');
  await page.getByRole('textbox', { name: 'Client' }).fill('Acme Group');
  await page.keyboard.press('Enter');
  await expectPage(page.getByRole('banner')).toContainText('Acme Group');
  await page.getByRole('main').focus();
  await page.keyboard.press('Control+z');
  await expectPage(page.getByRole('banner')).toContainText('Acme Health');
  await page.getByRole('textbox', { name: 'Client' }).fill('');
  await page.keyboard.press('Enter');
  await expectPage(page.getByText('This must not be empty.')).toBeVisible();
});

test('a tag that the client asks for is kept as a whole', async () => {
  await goTo('Engagement');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await expectPage(page.getByText('Each row needs the name of a tag.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Tag', exact: true }).last().fill('CostCenter');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectPage(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expectPage(page.getByRole('button', { name: 'Remove the tag CostCenter' })).toBeVisible();
});

test('a logo with a script is refused with what to do; a plain one is shown', async () => {
  await goTo('Branding');
  const file = (body: string) => ({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">${body}</svg>`),
  });
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('<script>alert(1)</script>'));
  const said = page.getByRole('main').getByRole('alert');
  await expectPage(said).toContainText('<script>');
  await expectPage(said).toContainText('Export it as plain SVG');
  await input.setInputFiles(file('<path d="M1 1h8v8z" fill="#7a1f5c"/>'));
  await expectPage(page.getByRole('img', { name: 'Your logo' })).toBeVisible();
  await expectPage(said).toHaveCount(0);
});

test('a proxy that is no address is refused under its field', async () => {
  await goTo('AWS and network');
  await page.getByRole('textbox', { name: 'Proxy', exact: true }).fill('the proxy');
  await page.keyboard.press('Enter');
  await expectPage(page.getByText(/no address of a proxy.*Write it as http/)).toBeVisible();
});

test('a guessed passphrase is refused, a good one is taken, and the engine lives on with it', async () => {
  await goTo('Storage and backups');
  const said = page.getByRole('main').getByRole('alert');
  const change = async (present: string, next: string) => {
    await page.getByRole('textbox', { name: 'Present passphrase' }).fill(present);
    await page.getByRole('textbox', { name: /^New passphrase(?! again)/ }).fill(next);
    await page.getByRole('textbox', { name: 'New passphrase again' }).fill(next);
    await page.getByRole('button', { name: 'Change the passphrase' }).click();
  };
  const next = 'nine purple bicycles rehearse';
  await change(passphrase, 'password1');
  await expectPage(said).toContainText('easily guessed');
  await change(passphrase, next);
  await expectPage(page.getByText(/passphrase was changed/)).toBeVisible();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expectPage(page.getByText(/read and is sound/)).toBeVisible();
  await change(passphrase, next);
  await expectPage(said).toContainText('not the passphrase with which');
  await change(next, passphrase);
  await expectPage(said).toHaveCount(0);
});

test('work on the file is found again by whoever comes back to it, and tells of its end', async () => {
  await goTo('Storage and backups');
  await withEngineHeld(page, async () => {
    await page.getByRole('button', { name: 'Check the whole file' }).press('Enter');
    await page.getByRole('link', { name: 'About', exact: true }).press('Enter');
    await expectPage(page.getByRole('button', { name: 'Compact' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Storage and backups', exact: true }).press('Enter');
    await expectPage(page.getByRole('progressbar', { name: 'Reading every page' })).toBeVisible();
    await expectPage(page.getByRole('button', { name: 'Compact' })).toBeDisabled();
  });
  await expectPage(page.getByText('The whole file was read and is sound.')).toBeVisible();
  await expectPage(page.getByRole('button', { name: 'Compact' })).toBeEnabled();
});

test('a licence can be read', async () => {
  await goTo('Licences');
  await page.getByRole('textbox', { name: 'Find a package or licence' }).fill('pdfmake');
  await page.getByRole('button', { name: /^pdfmake/ }).click();
  await expectPage(page.getByRole('region', { name: 'Text of the licence' })).toContainText('MIT');
});

test('settings that are spoilt start with a notice and the usual values', async () => {
  await fieldbook.close();
  const workspace = join(desk.folder, 'workspace.db');
  const db = new DatabaseSync(workspace);
  db.exec("INSERT OR REPLACE INTO preference VALUES ('branding.accent', 'mauve')");
  db.close();
  await open();
  await expectPage(page.getByText('Some settings could not be read.')).toBeVisible();
  await goTo('Branding');
  await expectPage(page.getByText('branding.accent holds the usual until it is set again.')).toBeVisible();
  await fieldbook.close();
  writeFileSync(workspace, 'no database at all '.repeat(600));
  await open();
  await expectPage(page.getByText(/The workspace file was damaged/)).toBeVisible();
});
