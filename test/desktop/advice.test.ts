import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillAdvice } from '../../src/shared/sample/advice.ts';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true, compared: true, fill: fillAdvice });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

const to = (name: RegExp) =>
  fieldbook.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
const grid = () => fieldbook.page.getByRole('grid', { name: 'Recommendations' });
const panel = () => fieldbook.page.getByRole('complementary', { name: 'Recommendation' });
const column = (name: string) => fieldbook.page.getByRole('region', { name, exact: true });

test('a proposal is adopted by keyboard, and that is undone', async () => {
  const { page } = fieldbook;
  await to(/^Recommendations/);
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('require-imdsv2');
  await expectPage(grid()).toHaveAttribute('aria-rowcount', '2');
  await grid().focus();
  await page.keyboard.press('Enter');
  await expectPage(panel().getByRole('heading', { level: 2 })).toContainText('IMDSv2');
  await expectPage(panel().getByText('proposed')).toBeVisible();
  await expectPage(panel().getByRole('listitem').filter({ hasText: 'Security compliance' })).toContainText(
    'the reason to do it',
  );
  await panel().getByRole('button', { name: 'Adopt' }).press('Enter');
  // The panel of the adopted one takes the place of the proposal's, and the keys stay in it.
  await expectPage(panel()).toBeFocused();
  await expectPage(panel().getByText('adopted', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expectPage(grid().getByRole('row').nth(1)).toContainText('proposed');
});

test('several are chosen and adopted at once', async () => {
  const { page } = fieldbook;
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('nat-by-zone');
  await expectPage(grid()).toHaveAttribute('aria-rowcount', '2');
  await grid().focus();
  await page.keyboard.press('Control+a');
  await page
    .getByRole('region', { name: 'Chosen recommendations' })
    .getByRole('button', { name: 'Adopt' })
    .press('Enter');
  await expectPage(grid().getByRole('row').nth(1)).toContainText('adopted');
});

test('several are merged by keyboard, and the panel of the one has the focus', async () => {
  const { page } = fieldbook;
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('encrypt');
  await expectPage(grid().and(page.locator('[aria-busy=false]'))).toBeVisible();
  await grid().focus();
  await page.keyboard.press('Control+a');
  const chosen = page.getByRole('region', { name: 'Chosen recommendations' });
  await chosen.getByRole('button', { name: 'Merge into one' }).press('Enter');
  await expectPage(panel()).toContainText('Merged into it');
  await expectPage(panel()).toBeFocused();
  await page.getByRole('alert').filter({ hasText: 'Merged' }).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('nat-by-zone');
  await expectPage(grid()).toHaveAttribute('aria-rowcount', '2');
});

test('the panel edits in place, and says that the text was changed here', async () => {
  const { page } = fieldbook;
  await grid().focus();
  await page.keyboard.press('Enter');
  await panel().getByRole('button', { name: 'Edit' }).press('Enter');
  await expectPage(panel().getByRole('textbox', { name: 'Title' })).toBeFocused();
  await panel().getByRole('textbox', { name: 'Title' }).fill('A way out for each zone');
  await panel().getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText('A way out for each zone');
  await expectPage(panel().getByText('changed here')).toBeVisible();
  await expectPage(panel().getByRole('button', { name: 'Edit' })).toBeFocused();
  await panel().getByRole('button', { name: "Take the library's text" }).press('Enter');
  await expectPage(panel().getByText('changed here')).toHaveCount(0);
});

test('evidence is attached to what was adopted, and listed there', async () => {
  const { page } = fieldbook;
  const path = join(desk.folder, 'nat-gateways.txt');
  writeFileSync(path, 'Three gateways, one in each zone.');
  await panel().getByRole('button', { name: 'Attach evidence' }).press('Enter');
  const evidence = panel().getByRole('region', { name: 'Attached evidence' });
  const add = evidence.getByRole('button', { name: 'Add a file' });
  await expectPage(add).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await add.press('Enter');
  await (await chooser).setFiles(path);
  const piece = evidence.getByRole('link', { name: /^nat-gateways.txt/ });
  await expectPage(piece).toBeVisible();
  await evidence.scrollIntoViewIfNeeded();
  await photograph(page, 'recommendations-evidence');
  expect(await barriers(page)).toEqual([]);
  await evidence.getByRole('button', { name: 'Detach nat-gateways.txt' }).press('Enter');
  await expectPage(piece).toHaveCount(0);
  const taken = page.getByRole('alert').filter({ hasText: 'The link was taken away.' });
  await taken.getByRole('button', { name: 'Undo' }).press('Enter');
  await expectPage(piece).toBeVisible();
});

test('dismissing needs a reason', async () => {
  await panel().getByRole('button', { name: 'Dismiss' }).press('Enter');
  const dialog = fieldbook.page.getByRole('dialog', { name: 'Why is it dismissed?' });
  await expectPage(dialog.getByRole('button', { name: 'Dismiss' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('One NAT gateway is enough until 2027.');
  await dialog.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expectPage(panel()).toContainText('One NAT gateway is enough until 2027.');
});

test('what was resolved since offers to be closed', async () => {
  const { page } = fieldbook;
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('database-insights');
  await expectPage(grid()).toHaveAttribute('aria-rowcount', '2');
  await grid().focus();
  await page.keyboard.press('Enter');
  await expectPage(panel().getByRole('button', { name: 'Close as done' })).toBeVisible();
  await page.getByRole('textbox', { name: /^Find a recommendation/ }).fill('');
  await photograph(page, 'recommendations');
});

test('one that is written here resolves checks, waits for others and improves aspects', async () => {
  const { page } = fieldbook;
  await page.getByRole('button', { name: 'Write one' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Write a recommendation' });
  await form.getByRole('textbox', { name: 'Title' }).fill('A drill for the clinic');
  const pick = async (field: string, text: string) => {
    const box = form.getByRole('combobox', { name: field });
    await box.fill(text);
    await page.getByRole('option').first().click();
    await box.blur();
  };
  await pick('Resolves the failures of', 'imdsv1');
  await pick('Needs first', 'gp3');
  await form.getByRole('combobox', { name: 'Scalability' }).click();
  await page.getByRole('option', { name: 'the reason to do it' }).click();
  await form.getByRole('button', { name: 'Save' }).scrollIntoViewIfNeeded();
  await photograph(page, 'recommendations-write');
  expect(await barriers(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText('A drill for the clinic');
  await expectPage(panel().getByRole('heading', { name: 'Needs first' })).toBeVisible();
  await expectPage(panel().getByRole('listitem').filter({ hasText: 'Scalability' })).toContainText(
    'the reason to do it',
  );
  await panel().getByRole('button', { name: 'Edit' }).press('Enter');
  const needed = panel().getByRole('combobox', { name: 'Needs first' });
  await expectPage(needed).toBeVisible();
  await needed.scrollIntoViewIfNeeded();
  await photograph(page, 'recommendations-edit-own');
  expect(await barriers(page)).toEqual([]);
  await panel().getByRole('button', { name: 'Cancel' }).press('Enter');
});

test('an entry that was saved is read, and asks where there is one of it', async () => {
  const { page } = fieldbook;
  const path = join(desk.folder, 'own-drill.json');
  const entry = {
    id: 'own-drill',
    version: 1,
    track: 'automation',
    kind: 'governance',
    effort: { small: 2, medium: 4, large: 8 },
    impact: { resources: 2 },
    restart: false,
    checks: ['ebs-gp2-to-gp3'],
    items: [],
    prerequisites: [],
    acceptance: [{ id: 'seen', checks: [] }],
    references: [],
    code: { terraform: null, cli: null },
  };
  const words = {
    title: 'A restore drill each quarter',
    problem: 'Nobody knows.',
    outcome: 'All know.',
    steps: ['Restore'],
    acceptance: { seen: 'It was seen' },
    risks: [],
    metrics: [],
  };
  const give = async (content: object) => {
    writeFileSync(path, JSON.stringify(content, null, 2));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Read a library entry' }).press('Enter');
    await (await chooser).setFiles(path);
  };
  await give({ entry: { ...entry, track: 'party' }, words: { en: words } });
  await expectPage(page.getByRole('alert').filter({ hasText: 'entry.track' })).toContainText('line 5');
  await photograph(page, 'recommendations-read-refused');
  await give({ entry, words: { en: words } });
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText('A restore drill each quarter');
  await give({ entry, words: { en: { ...words, title: 'A restore drill each month' } } });
  const dialog = page.getByRole('dialog', { name: 'There is one of this entry' });
  await expectPage(dialog).toContainText('A restore drill each quarter');
  await photograph(page, 'recommendations-read-exists');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Replace it' }).press('Enter');
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText('A restore drill each month');
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('list and panel have no barrier that axe can find', async () => {
    await fieldbook.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriers(fieldbook.page)).toEqual([]);
  });
});

test('an action is planned by keyboard and keeps the focus', async () => {
  const { page } = fieldbook;
  await to(/^Roadmap/);
  const card = page.getByRole('button', { name: /Show which queries/ });
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expectPage(column('Now').getByRole('button', { name: /Show which queries/ })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expectPage(page.getByRole('status').filter({ hasText: /Now, place 7 of 8/ })).toHaveCount(1);
  await expectPage(page).toHaveURL(/roadmap/);
});

test('it is dragged to another horizon', async () => {
  const { page } = fieldbook;
  const card = page.getByRole('listitem').filter({ hasText: 'Show which queries' });
  // The events of a drag, since the stand-in of Electron does not make them from the mouse.
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
  await card.dispatchEvent('dragstart', { dataTransfer });
  await column('Later').dispatchEvent('dragover', { dataTransfer });
  await column('Later').dispatchEvent('drop', { dataTransfer });
  await expectPage(column('Later').getByRole('button', { name: /Show which queries/ })).toBeVisible();
});

test('the board warns of what is planned before what it needs, and marks over-booked months', async () => {
  const { page } = fieldbook;
  await expectPage(
    column('Later')
      .getByText(/Begins before/)
      .first(),
  ).toBeVisible();
  await expectPage(page.getByText('over-booked').first()).toBeVisible();
  await photograph(page, 'roadmap-board');
});

test('the timeline moves an action by a week', async () => {
  const { page } = fieldbook;
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Timeline').click();
  const table = page.getByRole('table', { name: 'Timeline' });
  const row = table.getByRole('row').filter({ hasText: 'gp3' }).first();
  await expectPage(row).toContainText('Nov 23 – Nov 27');
  await row.getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expectPage(row).toContainText('Nov 30 – Dec 4');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectPage(row).toContainText('Nov 30 – Dec 11');
  await photograph(page, 'roadmap-timeline');
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(['Board', 'Timeline'])('%s and plan have no barrier that axe can find', async (view) => {
    const { page } = fieldbook;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('radiogroup', { name: 'View' }).getByText(view).click();
    await page.getByRole('button', { name: /gp3/ }).first().click();
    await expectPage(page.getByRole('complementary', { name: 'Plan of an action' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
});
