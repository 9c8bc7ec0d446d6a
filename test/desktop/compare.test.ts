import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { rowsOf } from './support/grid.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true, compared: true });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Compare/ })
    .click();
  await page.getByRole('region', { name: 'Key figures' }).waitFor();
});
afterAll(() => desk?.clear());

const rowCount = () => rowsOf(fieldbook.page.getByRole('grid'));

test('the overview has both moments, scores, money and what became of findings, in words', async () => {
  const { page } = fieldbook;
  await expectPage(page.getByText(/^From .* to .*/)).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Scores' }).getByRole('row')).toHaveCount(9);
  await expectPage(
    page.getByText('It counts as open and never as resolved.', { exact: false }),
  ).toBeVisible();
  await photograph(page, 'compare-overview');
  expect(await barriers(page)).toEqual([]);
});

test('a count leads to what it counts, and a finding says what changed in its evidence', async () => {
  const { page } = fieldbook;
  const resolved = page.getByRole('button', { name: /Resolved$/ });
  const count = Number((await resolved.textContent())!.replace(/\D/g, ''));
  await resolved.click();
  await expectPage(page.getByRole('grid', { name: 'Findings that changed or persist' })).toBeVisible();
  await expectPage.poll(rowCount).toBe(count);
  await page.getByRole('textbox', { name: 'Name, ARN or check' }).fill('iam-root-mfa');
  // One for each root user that was mended.
  await expectPage.poll(rowCount).toBe(2);
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary');
  await expectPage(panel.getByRole('region', { name: 'Before' })).toContainText('fail');
  await expectPage(panel.getByRole('region', { name: 'After' })).toContainText('pass');
  await expectPage(panel.getByRole('region', { name: 'What changed in its evidence' })).toBeVisible();
  await photograph(page, 'compare-finding');
  expect(await barriers(page)).toEqual([]);
});

test('a resource that changed shows old and new values side by side', async () => {
  const { page } = fieldbook;
  await page.getByRole('tab', { name: /^Resources/ }).click();
  await page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name: 'Changed' }).check();
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Changed');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const properties = page.getByRole('complementary').getByRole('region', { name: 'Properties' });
  await expectPage(properties).toContainText('Before');
  await expectPage(properties).toContainText('After');
  await photograph(page, 'compare-resource');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('complementary').getByRole('link', { name: 'Open the resource' }).click();
  await expectPage(page.getByRole('heading', { level: 1, name: 'Resources' })).toBeVisible();
  await page.goBack();
});

test('swapped, what was resolved has appeared', async () => {
  const { page } = fieldbook;
  await page.getByRole('tab', { name: /^Overview/ }).click();
  const added = async () =>
    Number((await page.getByRole('button', { name: /Added$/ }).textContent())!.replace(/\D/g, ''));
  const removed = async () =>
    Number((await page.getByRole('button', { name: /Removed$/ }).textContent())!.replace(/\D/g, ''));
  const were = { added: await added(), removed: await removed() };
  await page.getByRole('button', { name: 'Swap before and after' }).click();
  await expectPage.poll(removed).toBe(were.added);
  expect(await added()).toBe(were.removed);
});
