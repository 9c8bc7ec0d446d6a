import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { serve } from '../../src/engine/serve.ts';
import { connect } from '../../src/engine/transport/connect.ts';
import { portPair } from '../../src/engine/transport/in-process.ts';
import { fillDecisions } from '../../src/shared/sample/decisions.ts';
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
  await fill(path, desk.folder);
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  await fieldbook.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

/** Writes the decisions of the sample into the file. */
async function fill(path: string, home: string): Promise<void> {
  const [here, there] = portPair();
  const served = serve(createEngine({ env: {}, home }), there);
  const { client, stop } = connect(here);
  await client.engagement.open({ path, passphrase });
  await fillDecisions(client);
  stop();
  await served;
}

const open = async (address: string) =>
  fieldbook.page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
const findings = async (search = '') => {
  await open(`/findings${search}`);
  await expectPage(grid()).toHaveAttribute('aria-rowcount', /^[1-9]/);
  await expectPage(grid().getByRole('row').nth(1)).toBeVisible();
};
const grid = () => fieldbook.page.getByRole('grid', { name: 'Findings' });
const panel = () => fieldbook.page.getByRole('complementary', { name: 'Finding' });
const dialog = () => fieldbook.page.getByRole('dialog', { name: /^Decide on/ });
const rowCount = () => rowsOf(grid());
const accepted = () =>
  `?filter=${encodeURIComponent(
    JSON.stringify([
      { property: 'decision', operator: 'is', values: ['accepted-risk'] },
      { property: 'status', operator: 'is', values: ['fail'], join: 'and' },
    ]),
  )}`;

test('a risk is accepted by keyboard alone, and is not open any more until that is undone', async () => {
  const { page } = fieldbook;
  const { keyboard } = page;
  await findings();
  const before = await rowCount();
  await grid().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('a');
  await expectPage(dialog().getByRole('radio', { name: 'Accepted risk' })).toBeChecked();
  await expectPage(dialog().getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await expectPage(dialog()).toContainText('covers 1 open finding');
  await photograph(page, 'decide');
  expect(await barriers(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expectPage(dialog()).toContainText('A decision needs its reason.');
  await keyboard.type('The vendor needs it until March.');
  await keyboard.press('Control+Enter');
  await expectPage(dialog()).toHaveCount(0);
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before + 1));
});

test('many are decided as one step, and all of them are taken back at once', async () => {
  const { page } = fieldbook;
  await findings();
  const before = await rowCount();
  await grid().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('p');
  await expectPage(dialog()).toContainText('Each of the 3 selected findings');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('The scanner reads the proxy, not the host.');
  await dialog().getByRole('button', { name: 'Decide' }).click();
  await expectPage(page.getByText('Decided on 3 findings: false positive.')).toBeVisible();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before + 1 - 3));
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before + 1));
});

test('Ctrl+Z takes back what was decided last, says what, and leaves an open dialog alone', async () => {
  const { page } = fieldbook;
  await findings();
  const before = await rowCount();
  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('A test of the port, not a hole.');
  await dialog().getByRole('button', { name: 'Decide' }).click();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before));
  await page.keyboard.press('d');
  await dialog().getByRole('radio', { name: 'Will fix' }).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expectPage(dialog()).toHaveCount(0);
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before));
  await page.keyboard.press('Control+z');
  await expectPage(page.getByText(/^Taken back: Decided: false positive/)).toBeVisible();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before + 1));
  await page.keyboard.press('Control+Shift+z');
  await expectPage(page.getByText(/did again: .*false positive/)).toBeVisible();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before));
  await page.keyboard.press('Control+z');
  await expectPage(page.getByText(/took back: .*false positive/)).toBeVisible();
  await expectPage(grid()).toHaveAttribute('aria-rowcount', String(before + 1));
});

test('accepted risks are found by their decision, and tell why, who and until when', async () => {
  const { page } = fieldbook;
  await findings(accepted());
  await expectPage(grid().getByRole('row').nth(1)).toContainText('accepted risk');
  await grid().getByRole('row').nth(1).click();
  await expectPage(panel()).toContainText('Marta Vidal, Digital');
  await expectPage(panel()).toContainText('until Jun 30, 2027');
  await expectPage(panel()).toContainText('CloudFront with origin access control');
  await photograph(page, 'decision-panel');
});

test('a comment is written, changed and removed, and each is taken back', async () => {
  const { page } = fieldbook;
  await findings(accepted());
  await grid().getByRole('row').nth(1).click();
  await panel().getByRole('textbox', { name: 'Comment' }).fill('Asked again in November.');
  await panel().getByRole('button', { name: 'Comment' }).press('Enter');
  const comment = panel().getByRole('listitem').filter({ hasText: 'Asked again in November.' });
  await expectPage(comment).toBeVisible();
  await expectPage(panel().getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await comment.getByRole('button', { name: 'Edit' }).press('Enter');
  await expectPage(panel().getByRole('textbox', { name: 'Edit' })).toBeFocused();
  await panel().getByRole('button', { name: 'Cancel' }).press('Enter');
  await expectPage(comment.getByRole('button', { name: 'Edit' })).toBeFocused();
  await comment.getByRole('button', { name: 'Edit' }).press('Enter');
  await panel().getByRole('textbox', { name: 'Edit' }).fill('Asked again in December.');
  await panel().getByRole('button', { name: 'Save' }).press('Enter');
  await expectPage(comment).toHaveCount(0);
  const changed = page.getByRole('alert').filter({ hasText: 'The comment was changed.' });
  await changed.getByRole('button', { name: 'Undo' }).click();
  await comment.getByRole('button', { name: 'Remove' }).click();
  await expectPage(comment).toHaveCount(0);
  await page.getByRole('alert').filter({ hasText: 'removed' }).getByRole('button', { name: 'Undo' }).click();
  await expectPage(comment).toBeVisible();
});

test('a decision is lifted by keyboard, and the focus stays where one would decide again', async () => {
  const { page } = fieldbook;
  await findings(accepted());
  await grid().getByRole('row').nth(1).click();
  await panel().getByRole('button', { name: 'Lift' }).press('Enter');
  await expectPage(panel()).toContainText('Nothing was decided.');
  await expectPage(panel().getByRole('button', { name: 'Decide' })).toBeFocused();
  await page.getByRole('alert').filter({ hasText: 'lifted' }).getByRole('button', { name: 'Undo' }).click();
  await expectPage(panel().getByRole('button', { name: 'Lift' })).toBeVisible();
});

test('of many messages the last is there at once, and the oldest goes', async () => {
  const { page } = fieldbook;
  const field = panel().getByRole('textbox', { name: 'Comment' });
  const messages = page.getByRole('alert');
  for (const text of ['One', 'Two', 'Three', 'Four']) {
    await field.fill(`${text} of four.`);
    await field.press('Control+Enter');
    await expectPage(field).toHaveValue('');
  }
  const comment = panel().getByRole('listitem').filter({ hasText: 'Four of four.' });
  await comment.getByRole('button', { name: 'Remove' }).click();
  await expectPage(messages.filter({ hasText: 'removed' })).toBeVisible({ timeout: 2_000 });
  await expectPage(messages).toHaveCount(4);
});

test('the audit trail says who did what, shows what changed, and takes a step back', async () => {
  const { page } = fieldbook;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await page.keyboard.press('Enter');
  const trail = page.getByRole('grid', { name: 'Audit trail' });
  await expectPage(trail.getByRole('row').nth(1)).toContainText('Ana Ruiz');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Decision' }).click();
  const row = trail.getByRole('row').filter({ hasText: 'flow logs: in acme-staging' });
  await row.click();
  const step = page.getByRole('complementary', { name: 'Step' });
  await expectPage(step).toContainText('reason');
  await photograph(page, 'trail');
  await step.getByRole('button', { name: 'Undo this step' }).click();
  await expectPage(trail.getByRole('row').nth(1)).toContainText('Ana Ruiz took back');
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('neither the panel of a decided finding nor the audit trail has a barrier', async () => {
    const { page } = fieldbook;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await findings(accepted());
    await grid().getByRole('row').nth(1).click();
    await expectPage(panel().getByRole('heading', { level: 2 })).toBeVisible();
    await photograph(page, `decision-panel-${colorScheme}`);
    expect(await barriers(page)).toEqual([]);
    await open('/trail');
    await expectPage(page.getByRole('grid', { name: 'Audit trail' }).getByRole('row').nth(1)).toBeVisible();
    await photograph(page, `trail-${colorScheme}`);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
});
