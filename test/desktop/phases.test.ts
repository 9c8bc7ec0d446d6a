import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { zoomed } from './support/fits.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, {
    scanned: true,
    phases: true,
    async fill({ checklists }) {
      await checklists.adopt({ templates: ['security'] });
      await checklists.answer({ item: 'security-rights-by-task', level: 4 });
    },
  });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

const press = async (what: Locator, key = 'Enter') => {
  await what.focus();
  await what.press(key);
};
const card = (name: string) => fieldbook.page.getByRole('main').getByRole('region', { name, exact: true });
const goTo = async (name: RegExp) =>
  press(fieldbook.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }));

test('the phases stand in their order with what each came to', async () => {
  const { page } = fieldbook;
  await goTo(/^Phases/);
  await expectPage(card('Discovery and diagnosis')).toContainText('Closed on');
  await expectPage(card('Discovery and diagnosis')).toContainText('Open findings');
  await expectPage(card('Recommendations and roadmap')).toContainText('So far');
  await expectPage(card('Implementation and support')).toContainText('It begins when');
  await photograph(page, 'phases');
  expect(await barriers(page)).toEqual([]);
});

test('name and dates of an open phase are saved while they are typed', async () => {
  const { page } = fieldbook;
  await page.getByRole('textbox', { name: 'Name of phase 2' }).fill('Roadmap');
  await expectPage(card('Roadmap')).toBeVisible();
  await page.getByRole('textbox', { name: 'Phase 2 to' }).fill('2026-10-09');
  await page.getByRole('textbox', { name: 'Phase 2 to' }).blur();
  await expectPage(page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();
  await goTo(/^Overview/);
  await goTo(/^Phases/);
  await expectPage(page.getByRole('textbox', { name: 'Name of phase 2' })).toHaveValue('Roadmap');
  await expectPage(page.getByRole('textbox', { name: 'Phase 2 to' })).toHaveValue('10/09/2026');
});

test('a phase that was taken out comes back by undo', async () => {
  const { page } = fieldbook;
  await press(page.getByRole('button', { name: 'Remove Implementation and support' }));
  await expectPage(card('Implementation and support')).toHaveCount(0);
  await press(page.getByRole('button', { name: 'Undo' }));
  await expectPage(card('Implementation and support')).toBeVisible();
});

test('closing says what is kept and what is missing, and then it is closed', async () => {
  const { page } = fieldbook;
  await press(page.getByRole('button', { name: 'Close this phase' }));
  const dialog = page.getByRole('dialog', { name: 'Close Roadmap' });
  await expectPage(dialog).toContainText('open findings, score');
  await expectPage(dialog).toContainText(/\d+ answers?/);
  await expectPage(dialog).toContainText(/\d+ checklists?/);
  await expectPage(dialog.getByRole('link', { name: 'Go to Reports' })).toBeVisible();
  await expectPage(dialog).toContainText('1 answer overrides what the scan proposes, without a reason.');
  const unreasoned = dialog.getByRole('link', { name: 'Go to Checklists' });
  await expectPage(unreasoned).toHaveAttribute('href', /show=unreasoned/);
  await photograph(page, 'phases-close');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Agreed on 2 October');
  await press(dialog.getByRole('button', { name: 'Close the phase' }));
  await expectPage(card('Roadmap')).toContainText('Agreed on 2 October');
  await expectPage(page.getByRole('textbox', { name: 'Name of phase 2' })).toHaveCount(0);
  await expectPage(card('Roadmap')).toBeFocused();
});

test('a closed phase is looked at as it was, under a banner that leads back', async () => {
  const { page } = fieldbook;
  await press(card('Discovery and diagnosis').getByRole('link', { name: 'Its findings' }));
  await expectPage(page.getByText(/Discovery and diagnosis as it was on .*: read only/)).toBeVisible();
  const first = page.getByRole('grid').getByRole('row').nth(1);
  await expectPage(first).toContainText('Access key of the root user');
  // Nothing is written into a phase that is over; the work that does not belong to it goes on.
  await first.click();
  await expectPage(page.getByRole('button', { name: 'Decide', exact: true })).toBeDisabled();
  await photograph(page, 'phases-as-it-was');
  expect(await barriers(page)).toEqual([]);
  await goTo(/^Overview/);
  const main = page.getByRole('main');
  await expectPage(main.getByText(/^Phase 1, Discovery and diagnosis/)).toBeVisible();
  await expectPage(main.getByRole('region', { name: 'Next step' })).toHaveCount(0);
  await press(page.getByRole('button', { name: 'Back to now' }));
  await expectPage(main.getByText(/^Phase 3, Implementation and support/)).toBeVisible();
  await expectPage(main.getByRole('region', { name: 'Next step' })).toBeVisible();
  await expectPage(page.getByText(/as it was on/)).toHaveCount(0);
});

test('the line of time shows snapshots and milestones, drawn and as numbers', async () => {
  const { page } = fieldbook;
  await goTo(/^Phases/);
  await press(page.getByRole('tab', { name: 'Timeline' }));
  await expectPage(page.getByRole('img', { name: /^Score and open findings over time/ })).toBeVisible();
  await expectPage(page.getByRole('row', { name: /Discovery and diagnosis closed/ })).toBeVisible();
  await expectPage(page.getByRole('row', { name: /Snapshot judged/ })).toHaveCount(2);
  await photograph(page, 'phases-timeline');
  expect(await barriers(page)).toEqual([]);
});

test('in half the width the line of time fits its card, and only its table is moved sideways', async () => {
  const { page } = fieldbook;
  await page.setViewportSize(zoomed);
  const panel = page.getByRole('tabpanel', { name: 'Timeline' });
  await expect
    .poll(() => panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('compared with now, differences by other rules are told apart and can be taken away', async () => {
  const { page } = fieldbook;
  await press(page.getByRole('tab', { name: 'Phases' }));
  await press(card('Discovery and diagnosis').getByRole('link', { name: 'Compare with now' }));
  const note = page.getByRole('region', { name: 'The rules changed between the two' });
  await expectPage(note).toContainText('come from the rules');
  await press(note.getByText('Which rules differ'));
  await expectPage(note).toContainText('switched off since');
  await photograph(page, 'compare-rules');
  expect(await barriers(page)).toEqual([]);
  await note.getByRole('switch', { name: 'Same rules on both sides' }).press('Space');
  await press(page.getByRole('tab', { name: /^Findings/ }));
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await photograph(page, 'compare-same-rules');
  for (const [tab, shown] of [
    ['Groups', 'Findings by Account'],
    ['Savings', 'What was changed'],
  ] as const) {
    await press(page.getByRole('tab', { name: tab }));
    await expectPage(page.getByRole('region', { name: shown })).toBeVisible();
    await photograph(page, `compare-${tab.toLowerCase()}`);
    expect(await barriers(page)).toEqual([]);
  }
  await expectPage(page.getByText(/^No bill was read on both sides/)).toBeVisible();
  await press(page.getByRole('tab', { name: 'Answers' }));
  await expectPage(page.getByText(/Take a receptionist/).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('the snapshot menu lists closed phases too', async () => {
  const { page } = fieldbook;
  await press(page.getByRole('button', { name: /^Snapshot shown/ }));
  await press(page.getByRole('menuitem', { name: /^Roadmap/ }));
  await expectPage(page.getByText(/Roadmap as it was on/)).toBeVisible();
});
