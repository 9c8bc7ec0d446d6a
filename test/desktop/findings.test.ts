import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement, type Overview } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { rowsOf } from './support/grid.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let overview: Overview;
beforeAll(async () => {
  desk = await setUpDesk();
  const made = await makeEngagement(desk.folder, { scanned: true, compared: true });
  overview = made.overview;
  fieldbook = await desk.launch({ engagement: made.path, passphrase, screen: { width: 1280, height: 800 } });
  await fieldbook.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

/** The page as it is when nobody asked for anything. */
const open = async (search = '') => {
  const { page } = fieldbook;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/findings${search}`);
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1, name: 'Findings' })).toBeVisible();
  await expectPage(grid().getByRole('row').nth(1)).toBeVisible();
};
const grid = () => fieldbook.page.getByRole('grid', { name: 'Findings' });
const panel = () => fieldbook.page.getByRole('complementary', { name: 'Finding' });
const filter = () => fieldbook.page.getByRole('textbox', { name: 'Filter findings' });
const rowCount = () => rowsOf(grid());
const option = (name: string | RegExp) => fieldbook.page.getByRole('option', { name });

beforeEach(() => open());

test('what fails is shown, and the count is that of the overview', async () => {
  const fails = Object.values(overview.open).reduce((sum, count) => sum + count, 0);
  await expectPage(fieldbook.page.getByText(/verdicts match/)).toContainText(`${fails} of`);
  expect(await rowCount()).toBe(fails);
  await expectPage(grid().getByRole('row').nth(1)).toContainText('Critical');
});

test('a filter is written and a finding opened by keyboard alone', async () => {
  const { page } = fieldbook;
  const { keyboard } = page;
  await page.getByRole('main').focus();
  await keyboard.press('/');
  await expectPage(filter()).toBeFocused();
  await keyboard.type('check');
  await expectPage(option('Check').first()).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.type('is');
  await keyboard.press('Enter');
  await keyboard.type('gp2 vol');
  await expectPage(option(/^gp2 volume/)).toBeVisible();
  await keyboard.press('Enter');
  await expectPage(page.getByText('Check is gp2 volume')).toBeVisible();
  await expectPage(grid().getByRole('row').nth(1)).toContainText('gp2 volume');
  const some = await rowCount();
  expect(some).toBeGreaterThan(1);

  await keyboard.press('Escape');
  await grid().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expectPage(panel()).toContainText('gp2 volume that is cheaper as gp3');
  await expectPage(panel()).toContainText('Saving / month');
  await expectPage(panel().getByRole('button', { name: 'AWS console' })).toBeVisible();
  expect(page.url()).toMatch(/finding=FB-/);
  const first = await panel().getByRole('link').first().textContent();
  await keyboard.press('ArrowUp');
  await expectPage(panel().getByRole('link').first()).not.toHaveText(first!);
  await keyboard.press('Escape');
  await expectPage(panel()).toHaveCount(0);

  await filter().focus();
  await keyboard.press('Backspace');
  await expectPage(page.getByText('Check is gp2 volume')).toHaveCount(0);
});

test('a link to a finding opens it, with its fix and its history', async () => {
  const { page } = fieldbook;
  const { ref, title } = overview.top[0]!;
  await open(`?finding=${ref}`);
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText(title);
  await expectPage(panel()).toContainText(ref);
  await panel().getByRole('tab', { name: 'AWS CLI' }).click();
  await expectPage(panel().getByRole('region', { name: 'AWS CLI' })).toContainText('aws ');
  const history = panel().getByRole('list').filter({ hasText: 'Nov' });
  await expectPage(history.getByRole('listitem')).toHaveCount(2);
  await photograph(page, 'findings-panel');
});

test('a link to a finding far down the list brings its row into view, and the arrows go on from there', async () => {
  const { page } = fieldbook;
  const current = grid().locator('[aria-current=true]');
  const { ref } = await lastFailing();
  await open(`?finding=${ref}`);
  await expectPage(panel()).toContainText(ref);
  await expectPage(current).toBeInViewport();
  await grid().focus();
  await page.keyboard.press('ArrowUp');
  await expectPage(panel()).not.toContainText(ref);
  await expectPage(current).toBeInViewport();
});

/** In the order of the first look. */
const lastFailing = () =>
  fieldbook.page.evaluate(async () => {
    const one = async (offset: number) => {
      const args = { offset, limit: 1, filter: { status: ['fail'] } };
      const answer = await window.fieldbook.call({ id: crypto.randomUUID(), method: 'findings.page', args });
      return (answer as unknown as { value: { total: number; findings: { ref: string }[] } }).value;
    };
    return (await one((await one(0)).total - 1)).findings[0]!;
  });

test('a link to a snapshot that is not in this engagement says so, and leads to the newest', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/findings?snapshot=00000000-0000-7000-8000-000000000000';
  });
  const main = page.getByRole('main');
  await expectPage(main).toContainText('There is no such snapshot in this engagement.');
  await expectPage(main).toContainText('It may have been deleted, or the link is of another engagement.');
  await page.getByRole('button', { name: 'Show the newest' }).click();
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  expect(page.url()).not.toContain('snapshot');
});

test('groups show counts and money, and open in their place', async () => {
  const { page } = fieldbook;
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await option('By check').click();
  const tree = page.getByRole('treegrid', { name: 'Findings' });
  const groups = tree.getByRole('row', { expanded: false });
  await expectPage(groups.first()).toBeVisible();
  const first = await groups.first().textContent();
  const count = Number(/(\d+) findings?/.exec(first!)![1]);
  const before = Number(await tree.getAttribute('aria-rowcount'));
  await tree.focus();
  await page.keyboard.press('ArrowRight');
  await expectPage(tree).toHaveAttribute('aria-rowcount', String(before + count));
  await expectPage(tree.getByRole('row', { expanded: true })).toHaveCount(1);
  await photograph(page, 'findings-groups');
  await page.keyboard.press('ArrowLeft');
  await expectPage(tree).toHaveAttribute('aria-rowcount', String(before));
});

test('a grouping by another address is shown without a stop on the way', async () => {
  const { page } = fieldbook;
  const groups = page.getByRole('treegrid', { name: 'Findings' }).getByRole('row', { expanded: false });
  for (const group of ['check', 'aspect', 'severity', 'account', 'aspect']) {
    await page.evaluate((group) => {
      window.location.hash = `/findings?group=${group}`;
    }, group);
    await expectPage(page.getByRole('combobox', { name: 'Group by' })).toHaveValue(`By ${group}`);
    await expectPage(groups.first()).toBeVisible();
  }
  await page.keyboard.press('Alt+ArrowLeft');
  await expectPage(page.getByRole('combobox', { name: 'Group by' })).toHaveValue('By account');
  await expectPage(groups.first()).toContainText('acme-');
});

test('many are chosen by keyboard, and copied as Markdown', async () => {
  const { page, app } = fieldbook;
  await grid().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'With the selected findings' });
  await expectPage(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expectPage(page.getByText('2 findings were copied.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^### [\s\S]+\n### /);
  const all = await rowCount();
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expectPage(bar).toContainText(`${all} selected`);
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expectPage(bar).toHaveCount(0);
});

test('a view is kept under its name, and shows the same again', async () => {
  const { page } = fieldbook;
  await page.getByRole('button', { name: 'Saving / month' }).click();
  await expectPage(page.getByRole('columnheader', { name: 'Saving / month' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('Dearest first');
  await page.getByRole('button', { name: 'Save' }).click();
  await open();
  await expectPage(page.getByRole('columnheader', { name: 'Saving / month' })).not.toHaveAttribute(
    'aria-sort',
  );
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Dearest first', exact: true }).click();
  await expectPage(page.getByRole('columnheader', { name: 'Saving / month' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('the columns of the first look fit a window of 1280 pixels, with the navigation beside them', async () => {
  const { page } = fieldbook;
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectPage(grid().getByRole('row').nth(1)).toBeVisible();
  expect(await grid().evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await page.setViewportSize({ width: 1360, height: 880 });
});

test('columns are chosen without dragging, and remembered', async () => {
  const { page } = fieldbook;
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Account', exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('columnheader', { name: 'Account' })).toHaveCount(0);
  await page.reload();
  await expectPage(grid().getByRole('row').nth(1)).toBeVisible();
  await expectPage(page.getByRole('columnheader', { name: 'Account' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Columns as they were at first' }).click();
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('columnheader', { name: 'Account' })).toBeVisible();
});

test('in a small window the panel covers the page', async () => {
  const { page } = fieldbook;
  await open(`?finding=${overview.top[0]!.ref}`);
  await expectPage(panel()).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  await expectPage.poll(async () => (await panel().boundingBox())?.width).toBeGreaterThan(600);
  await page.setViewportSize({ width: 1280, height: 800 });
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('neither the grid nor the open panel has a barrier that axe can find', async () => {
    const { page } = fieldbook;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(`?finding=${overview.top[0]!.ref}`);
    await expectPage(panel().getByRole('heading', { level: 2 })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
});

test('a half-typed comment stays with its finding, and nothing closes over it without a question', async () => {
  const { app, page } = fieldbook;
  const [first, second] = overview.top;
  const comment = panel().getByRole('textbox', { name: 'Comment' });
  const asked = () => app.evaluate(() => (globalThis as never as { asked: string[] }).asked);
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      return { response: 1, checkboxChecked: false };
    }) as never;
  });
  await open(`?finding=${first!.ref}`);
  await comment.fill('Asked the vendor');
  await open(`?finding=${second!.ref}`);
  await expectPage(comment).toHaveValue('');
  await page.keyboard.press('Control+1');
  await open(`?finding=${first!.ref}`);
  await expectPage(comment).toHaveValue('Asked the vendor');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect.poll(asked).toEqual(['Something you typed is not saved yet.']);
  await page.getByRole('button', { name: /Engagement/ }).click();
  await page.getByRole('menuitem', { name: 'Close engagement' }).click();
  await expect.poll(asked).toHaveLength(2);
  await expectPage(comment).toHaveValue('Asked the vendor');
  await panel().getByRole('button', { name: 'Comment', exact: true }).click();
  await expectPage(comment).toHaveValue('');
  await page.getByRole('button', { name: /Engagement/ }).click();
  await page.getByRole('menuitem', { name: 'Close engagement' }).click();
  await expectPage(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0);
  await expectPage(page.getByRole('button', { name: 'New engagement' })).toBeVisible();
  expect(await asked()).toHaveLength(2);
});
