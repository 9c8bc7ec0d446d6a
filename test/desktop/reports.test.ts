import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let page: Page;
let saved: string;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true, compared: true });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  ({ page } = fieldbook);
  saved = join(desk.folder, 'acme-diagnosis.pdf');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
afterAll(() => desk?.clear());

const goTo = (name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();

/** The save dialog of the system, answered with a path. */
const answerSave = (filePath: string) =>
  fieldbook.app.evaluate(({ dialog }, filePath) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      asked.push(args.at(-1));
      return { canceled: false, filePath };
    }) as never;
  }, filePath);

test('the page says what to know before, and leads to it', async () => {
  await goTo('Reports');
  const before = page.getByRole('region', { name: 'Before it is handed over' });
  await expectPage(before).toContainText('reads did not succeed');
  await photograph(page, 'reports-first');
  expect(await barriers(page)).toEqual([]);
  await before.getByRole('link', { name: /scope/ }).click();
  await expectPage(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expectPage(page.getByRole('textbox', { name: 'Scope' })).toBeVisible();
  await goTo('Reports');
});

test('a window asks before it closes over a preview; one that is cancelled says so and leaves nothing', async () => {
  const { app } = fieldbook;
  await app.evaluate(({ dialog }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      shown.push(message);
      return { response: 1, checkboxChecked: false };
    }) as never;
  });
  await page.getByRole('button', { name: 'Make the preview' }).click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Cancel' }).waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect
    .poll(() => app.evaluate(() => (globalThis as never as { shown: string[] }).shown))
    .toEqual(['A report is being made.']);
  await main.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expectPage(main).toContainText('The report appears here');
  await expectPage(main.getByRole('button', { name: 'Make the preview' })).toBeFocused();
});

test('the diagnosis is previewed page by page', async () => {
  await page.getByRole('button', { name: 'Make the preview' }).click();
  // At the third of five stages two are over, and the tray says so as well.
  const seen = () =>
    page.evaluate(() => {
      const stage = document.querySelector('main li[aria-current="step"]');
      const at = stage ? [...stage.parentElement!.children].indexOf(stage) + 1 : 0;
      return `${at}: ${document.querySelector('header')?.textContent?.match(/Report [\d.]+%/)?.[0]}`;
    });
  await expect.poll(seen, { interval: 20 }).toBe('3: Report 40.0%');
  const viewer = page.getByRole('region', { name: /^Page 1 of \d+/ });
  await expectPage(viewer).toContainText('Acme Health', { timeout: 60_000 });
  await viewer.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  const third = page.getByRole('region', { name: /^Page 3 of \d+/ });
  await expectPage(third).toContainText('/');
  const inked = await third.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  });
  expect(inked).toBeGreaterThan(2_000);
  const thumbnails = page.getByRole('navigation', { name: 'Pages of the report' });
  await expectPage(thumbnails.getByRole('button', { name: 'Page 3', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await photograph(page, 'reports-preview');
  expect(await barriers(page)).toEqual([]);
});

test('a preview is there again for who left the page, and says when something was changed since', async () => {
  const main = page.getByRole('main');
  await goTo('Settings');
  await page.getByRole('link', { name: 'Engagement' }).click();
  await page.getByRole('textbox', { name: 'Scope' }).fill('Everything in production');
  await page.getByRole('textbox', { name: 'Scope' }).press('Tab');
  await goTo('Reports');
  await expectPage(page.getByRole('region', { name: /^Page 3 of \d+/ })).toBeVisible();
  await expectPage(main).toContainText('was changed since the preview was begun');
  await page.getByRole('button', { name: 'Make it again' }).click();
  await goTo('Overview');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Report/ })
    .click();
  await page.getByRole('link', { name: 'Show' }).first().click();
  await expectPage(page.getByRole('region', { name: /^Page 1 of \d+/ })).toContainText('Acme Health', {
    timeout: 60_000,
  });
  await expectPage(main).not.toContainText('was changed since');
});

test('what the third page shows is what the saved file holds there', async () => {
  await page.getByRole('button', { name: 'Page 3', exact: true }).click();
  const third = page.getByRole('region', { name: /^Page 3 of/ });
  const shown = async () => (await third.textContent())!.replace(/\s+/g, '');
  await answerSave(saved);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expectPage(page.getByText(/byte for byte as previewed/)).toBeVisible();
  const text = execFileSync('pdftotext', ['-f', '3', '-l', '3', '-raw', saved, '-'], { encoding: 'utf8' });
  // In another order, perhaps: the words of the one are those of the other.
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  expect(words.length).toBeGreaterThan(50);
  for (const word of words) await expect.poll(shown).toContain(word);
  const [asked] = (await fieldbook.app.evaluate(
    () => (globalThis as never as { asked: object[] }).asked,
  )) as [{ defaultPath: string }];
  expect(asked.defaultPath).toMatch(/Acme Health – diagnosis \d{4}-\d\d-\d\d\.pdf$/);
});

test('the shelf knows the file by its hash, and sees when it is changed', async () => {
  await page.getByRole('tab', { name: /Made and delivered/ }).click();
  const row = page.getByRole('row').filter({ hasText: 'acme-diagnosis.pdf' });
  await expectPage(row).toContainText('unchanged since it was written');
  await expectPage(row).toContainText(
    createHash('sha256').update(readFileSync(saved)).digest('hex').slice(0, 12),
  );
  await row.getByRole('button', { name: 'Mark as delivered' }).press('Enter');
  await row.getByRole('textbox', { name: 'Delivered to' }).fill('CTO of Acme');
  // What is left half written is there again, after Escape and after another page.
  await page.keyboard.press('Escape');
  await expectPage(row.getByRole('button', { name: 'Mark as delivered' })).toBeFocused();
  await expectPage(row.getByRole('textbox', { name: 'Delivered to' })).toHaveCount(0);
  await row.getByRole('button', { name: 'Mark as delivered' }).click();
  await expectPage(row.getByRole('textbox', { name: 'Delivered to' })).toHaveValue('CTO of Acme');
  await goTo('Overview');
  await goTo('Reports');
  await page.getByRole('tab', { name: /Made and delivered/ }).click();
  await expectPage(row.getByRole('textbox', { name: 'Delivered to' })).toHaveValue('CTO of Acme');
  await row.getByRole('button', { name: 'Save' }).click();
  await expectPage(row).toContainText('CTO of Acme');
  await photograph(page, 'reports-made');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPage(row).not.toContainText('CTO of Acme');
  appendFileSync(saved, '%');
  // Whoever comes to the page again sees the files as they are now.
  await goTo('Overview');
  await goTo('Reports');
  await page.getByRole('tab', { name: /Made and delivered/ }).click();
  await expectPage(row).toContainText(/[^n]changed since it was written/);
});

test('branding of the settings is in the next preview', async () => {
  await goTo('Settings');
  await page.getByRole('link', { name: 'Branding' }).click();
  await page.getByRole('textbox', { name: 'Your firm' }).fill('Northwind Cloud');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Accent', exact: true }).fill('#7a1f5c');
  await expectPage(page.getByRole('list', { name: /accent can be read/ })).toContainText('On white: 9');
  await page.getByText('Source Serif').click();
  await goTo('Reports');
  await expectPage(page.getByRole('region', { name: 'Diagnosis' })).toContainText('Northwind Cloud');
  await expectPage(page.getByRole('main')).toContainText('was changed since the preview was begun');
  await page.getByRole('button', { name: 'Make it again' }).click();
  const cover = page.getByRole('region', { name: /^Page 1 of/ });
  await expectPage(cover).toContainText('Northwind Cloud', { timeout: 60_000 });
  await expectPage(cover.locator('[data-drawn="1"]')).toHaveCount(1);
  const edge = await cover.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(3, Math.floor(canvas.height / 2), 1, 1);
    return [...data].slice(0, 3);
  });
  // The accent as it can be read on the cover: purple, no teal.
  expect(edge[0]! > edge[1]!).toBe(true);
  expect(edge[2]! > edge[1]!).toBe(true);
  await photograph(page, 'reports-branded');
});

for (const [kind, said] of [
  ['Recommendations', 'Nothing was adopted or planned yet'],
  ['Progress', 'What became of the findings'],
] as const)
  test(`${kind}: chosen, previewed, saved, and read back`, async () => {
    await goTo('Reports');
    await page.getByRole('tab', { name: 'Make a report' }).click();
    await page.getByRole('combobox', { name: 'Report', exact: true }).click();
    await page.getByRole('option', { name: kind }).click();
    await expectPage(page.getByRole('region', { name: new RegExp(`^${kind}`) })).toBeVisible();
    const make = page.getByRole('button', { name: /Make the preview|Make it again/ });
    await make.press('Enter');
    await expectPage(page.getByRole('region', { name: /^Page 1 of \d+/ })).toContainText(kind, {
      timeout: 60_000,
    });
    await expectPage(make).toBeFocused();
    await photograph(page, `reports-${kind.toLowerCase()}`);
    const path = join(desk.folder, `${kind}.pdf`);
    await answerSave(path);
    await page.getByRole('button', { name: 'Save as PDF…' }).press('Enter');
    await expectPage(page.getByText(`${kind}.pdf`).first()).toBeVisible();
    await expectPage(page.getByRole('button', { name: 'Save as PDF…' })).toBeFocused();
    const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    expect(text.replace(/\s+/g, ' ')).toContain(said);
    await page.getByRole('tab', { name: /Made and delivered/ }).click();
    await expectPage(page.getByRole('row').filter({ hasText: `${kind}.pdf` })).toContainText(kind);
  });

test('the timeline of the phases names each report by its kind and language', async () => {
  const { page } = fieldbook;
  await goTo('Phases');
  await page
    .getByRole('radio', { name: 'Timeline' })
    .or(page.getByRole('tab', { name: 'Timeline' }))
    .click();
  for (const kind of ['Diagnosis', 'Recommendations', 'Progress'])
    await expectPage(
      page.getByRole('row', { name: new RegExp(`Report made: ${kind}, English`) }).first(),
    ).toBeVisible();
});
