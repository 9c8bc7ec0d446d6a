import { expect as expectPage } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEngagement } from './support/engagement.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let path: string;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  ({ path } = await makeEngagement(desk.folder, { scanned: false }));
  fieldbook = await desk.launch();
});
afterAll(() => desk?.clear());

const form = () => fieldbook.page.getByRole('main');

test('without an engagement the window asks for one, and knows those that were open before', async () => {
  await expectPage(form().getByRole('heading', { name: 'Open an engagement' })).toBeVisible();
  await form()
    .getByRole('button', { name: /Acme Health/ })
    .click();
  await expectPage(form().getByLabel('Engagement file')).toHaveValue(path);
  await photograph(fieldbook.page, 'open');
});

test('a file is chosen in a dialog of the system', async () => {
  await form().getByLabel('Engagement file').fill('');
  await fieldbook.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await form().getByRole('button', { name: 'Choose…' }).click();
  await expectPage(form().getByLabel('Engagement file')).toHaveValue(path);
});

test('a wrong passphrase is said, with what to do next', async () => {
  await form().getByLabel('Passphrase').fill('wrong');
  await form().getByRole('button', { name: 'Open', exact: true }).click();
  await expectPage(form().getByRole('alert')).toContainText('The passphrase does not open this file.');
  await photograph(fieldbook.page, 'open-wrong');
});

test('everything can be done with the keyboard alone', async () => {
  const { page } = fieldbook;
  await form().getByLabel('Engagement file').focus();
  await page.keyboard.press('Tab');
  await expectPage(form().getByRole('button', { name: 'Choose…' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expectPage(form().getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expectPage(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});

test('an engagement without a scan says so', async () => {
  await expectPage(form()).toContainText('Nothing has been scanned yet.');
  await photograph(fieldbook.page, 'overview-empty');
});

test('closing it leads back to the form', async () => {
  await fieldbook.page.getByRole('button', { name: 'Close engagement' }).press('Enter');
  await expectPage(form().getByRole('heading', { name: 'Open an engagement' })).toBeVisible();
  expect(await fieldbook.page.title()).toBe('Fieldbook');
});

test('a second Fieldbook gives way to the first', async () => {
  const second = await desk.launch().then(
    () => 'opened a window',
    () => 'ended',
  );
  expect(second).toBe('ended');
});
