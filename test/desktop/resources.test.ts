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
    .getByRole('link', { name: /^Resources/ })
    .click();
  await page.getByRole('grid', { name: 'Resources' }).waitFor();
});
afterAll(() => desk?.clear());

const rowCount = () => rowsOf(fieldbook.page.getByRole('grid', { name: 'Resources' }));

test('counts follow the filter, and a tag chooses what carries it', async () => {
  const { page } = fieldbook;
  const all = await rowCount();
  const filters = page.getByRole('region', { name: 'Filters' });
  await photograph(page, 'resources');
  await filters.getByRole('checkbox', { name: 'EC2 Instance' }).check();
  await expectPage.poll(rowCount).toBeLessThan(all);
  const instances = await rowCount();
  await filters.getByRole('button', { name: 'env' }).click();
  await filters.getByRole('checkbox', { name: 'production', exact: true }).check();
  await expectPage.poll(rowCount).toBeLessThan(instances);
  const production = await rowCount();
  await expectPage(page.getByText(`${production} of`)).toBeVisible();
  // What carries the tag and what goes without it are all that can be told.
  await filters.getByRole('checkbox', { name: 'without env' }).check();
  await expectPage.poll(rowCount).toBeGreaterThanOrEqual(production);
  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await expectPage.poll(rowCount).toBe(all);
});

test('a resource leads to its security group, and that to its findings', async () => {
  const { page } = fieldbook;
  await page.getByRole('textbox', { name: 'Name or ARN' }).fill('sftp-gateway');
  const grid = page.getByRole('grid', { name: 'Resources' });
  await page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name: 'EC2 Instance' }).check();
  await expectPage.poll(rowCount).toBe(1);
  await grid.getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary', { name: /^Resource/ });
  await expectPage(panel.getByRole('heading', { name: 'sftp-gateway' })).toBeVisible();
  await expectPage(panel.getByRole('img', { name: /Neighbours of sftp-gateway/ })).toBeVisible();
  await photograph(page, 'resources-panel');
  expect(await barriers(page)).toEqual([]);

  const groups = panel
    .getByRole('region', { name: 'Neighbours' })
    .locator('dl > div', { hasText: 'protected by' });
  await groups.getByRole('link').first().click();
  await expectPage(panel.getByText('AWS::EC2::SecurityGroup', { exact: true })).toBeVisible();
  // It is known from the other side as well.
  await expectPage(panel.getByRole('region', { name: 'Neighbours' })).toContainText('protects');
  await panel.getByRole('region', { name: 'Findings' }).getByRole('link').first().click();
  await expectPage(page.getByRole('heading', { level: 1, name: 'Findings' })).toBeVisible();
  expect(page.url()).toContain('finding=');
  await page.goBack();
  await expectPage(panel.getByText('AWS::EC2::SecurityGroup', { exact: true })).toBeVisible();
});

test('the body is searched, folded and walked by keyboard', async () => {
  const { page } = fieldbook;
  const panel = page.getByRole('complementary', { name: /^Resource/ });
  const body = panel.getByRole('region', { name: 'As AWS describes it' });
  const tree = body.getByRole('tree');
  const closed = await tree.getByRole('treeitem').count();
  await body.getByRole('button', { name: 'Unfold all' }).click();
  expect(await tree.getByRole('treeitem').count()).toBeGreaterThan(closed);
  await body.getByRole('button', { name: 'Fold all', exact: true }).click();
  await tree.focus();
  await page.keyboard.press('Home');
  const first = tree.getByRole('treeitem').first();
  await expectPage(first).toHaveAttribute('aria-selected', 'true');
  await body.getByRole('textbox').fill('GroupId');
  await expectPage(body.getByRole('status')).toContainText('place');
  await photograph(page, 'resources-tree');
});

test('what was redacted at collection says so and shows no value', async () => {
  const { page } = fieldbook;
  const filters = page.getByRole('region', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await filters.getByRole('region', { name: 'Type' }).getByRole('button', { name: /more/ }).click();
  await filters.getByRole('checkbox', { name: 'Lambda Function' }).check();
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Lambda Function');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await photograph(page, 'resources-lambda');
  const body = page.getByRole('complementary').getByRole('region', { name: 'As AWS describes it' });
  await body.getByRole('button', { name: 'Unfold all' }).click();
  await expectPage(body.getByText(/redacted: \d+ characters/).first()).toBeVisible();
});

test('Escape closes the panel', async () => {
  const { page } = fieldbook;
  await page.getByRole('complementary', { name: /^Resource/ }).focus();
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('complementary', { name: /^Resource/ })).toHaveCount(0);
});

test('what is typed right after the keys of the palette is typed in it, however slow the machine', async () => {
  const { page } = fieldbook;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 15 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('claims');
  await expectPage(page.getByRole('textbox', { name: /^Search/ })).toHaveValue('claims');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('textbox', { name: /^Search/ })).toHaveCount(0);
});

test('the palette goes to the first of what it found, also when more letters took what was first before', async () => {
  const { page } = fieldbook;
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('textbox', { name: /^Search/ }) });
  const selected = palette.locator('[data-selected]');
  await page.keyboard.type('cla');
  await expectPage(selected).toHaveCount(1);
  await expectPage(selected).toContainText(/cla/i);
  for (const more of ['ims-d', 'b', '-v2']) {
    await page.keyboard.type(more);
    // Found later than typed: the lines of before are gone by then.
    await page.waitForTimeout(400);
    await expectPage(selected).toHaveCount(1);
  }
  await expectPage(selected).toContainText('claims-db-v2');
  await page.keyboard.press('Enter');
  await expectPage(palette).toHaveCount(0);
  await expectPage(page).toHaveURL(/finding|resource/);
});
