import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let saved: string;
beforeAll(async () => {
  desk = await setUpDesk();
  await makeEngagement(desk.folder, { scanned: true });
  saved = join(desk.folder, 'by-keyboard.pdf');
  fieldbook = await desk.launch();
  await fieldbook.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as never;
  }, saved);
  await expectPage(fieldbook.page.getByRole('button', { name: 'Open a file' })).toBeEnabled();
});
afterAll(() => desk?.clear());

/** Goes on by Tab until that is focused, as somebody without a mouse does. */
async function tabTo(name: string | RegExp, most = 60): Promise<void> {
  const { page } = fieldbook;
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const { label, seen } = await page.evaluate(() => {
      const focused = document.activeElement!;
      const style = getComputedStyle(focused);
      return {
        label: (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim(),
        seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || focused.matches('input'),
      };
    });
    if (typeof name === 'string' ? label === name : name.test(label)) {
      expect(seen, `the focus on ${label} can be seen`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('a file is opened, each page visited, a finding read and a report saved without a mouse', async () => {
  const { page } = fieldbook;
  const { keyboard } = page;
  const heading = (name: string) =>
    expectPage(page.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible();
  await tabTo(/^Acme Health/);
  await keyboard.press('Enter');
  await expectPage(page.getByRole('dialog')).toBeVisible();
  await keyboard.type(passphrase);
  await keyboard.press('Enter');
  await heading('Overview');

  const byDigit = [
    'Overview',
    'Checklists',
    'Scans',
    'Coverage',
    'Findings',
    'Resources',
    'Checks',
    'Other systems',
    'Evidence',
  ];
  for (const [at, name] of byDigit.entries()) {
    await keyboard.press(`Control+${at + 1}`);
    await heading(name);
  }
  const byPalette = async (name: string) => {
    await keyboard.press('Control+k');
    await expectPage(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await keyboard.type(name);
    await expectPage(page.getByRole('dialog').getByRole('button', { name }).first()).toBeVisible();
    await keyboard.press('Enter');
    await heading(name);
    await expectPage(page.getByRole('dialog')).toHaveCount(0);
  };
  for (const name of ['Recommendations', 'Roadmap', 'Phases', 'Compare', 'Reports', 'Audit trail'])
    await byPalette(name);
  await keyboard.press('Alt+ArrowLeft');
  await heading('Reports');
  await keyboard.press('Control+Comma');
  await heading('Settings');

  await byPalette('Findings');
  await tabTo('Findings');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Finding' });
  await expectPage(panel.getByRole('heading', { level: 2 })).toBeVisible();
  await keyboard.press('Escape');
  await expectPage(panel).toHaveCount(0);

  await byPalette('Reports');
  await tabTo('Make the preview');
  await keyboard.press('Enter');
  await expectPage(page.getByRole('region', { name: /^Page 1 of/ })).toContainText('Acme Health', {
    timeout: 60_000,
  });
  await tabTo('Save as PDF…');
  await keyboard.press('Enter');
  await expectPage(page.getByText(/byte for byte as previewed/)).toBeVisible();
  expect(existsSync(saved)).toBe(true);
  expect(execFileSync('pdftotext', [saved, '-'], { encoding: 'utf8' })).toContain('Acme Health');
});
