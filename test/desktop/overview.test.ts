import { afterAll, beforeAll, expect, test } from 'vitest';
import { aspects } from '../../src/shared/model/aspect.ts';
import { makeEngagement, type Overview } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let path: string;
let overview: Overview;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  ({ path, overview } = await makeEngagement(desk.folder, { scanned: true }));
  fieldbook = await desk.launch({ engagement: path, passphrase });
  await fieldbook.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
afterAll(() => desk?.clear());

test('the engagement that was asked for is open, and the window says whose it is', async () => {
  const { page } = fieldbook;
  expect(await page.title()).toBe('Acme Health – Fieldbook');
  await expectPage(page.getByRole('banner')).toContainText('Acme Health');
  await expectPage(page.getByRole('contentinfo')).toContainText('engine ready');
  await expectPage(page.getByRole('contentinfo')).toContainText(desk.written(path));
});

test('the numbers are those of the engine', async () => {
  const figures = fieldbook.page.getByRole('region', { name: 'Key figures' });
  const { overall } = overview.scores!;
  const open = Object.values(overview.open).reduce((sum, count) => sum + count, 0);
  await expectPage(figures).toContainText(String(Math.round(overall.score!)));
  await expectPage(figures).toContainText(open.toLocaleString('en-US'));
  await expectPage(figures).toContainText(`${overview.open.critical} Critical`);
  await expectPage(figures).toContainText('reads');
});

test('each aspect has its score, its confidence and its findings', async () => {
  const rows = fieldbook.page.getByRole('region', { name: 'Scores' }).getByRole('row');
  await expectPage(rows).toHaveCount(1 + aspects.length);
  const { score, fail } = overview.scores!.aspects.find(({ aspect }) => aspect === 'cost-optimization')!;
  const row = rows.filter({ hasText: 'Cost optimization' });
  await expectPage(row.getByRole('cell').nth(0)).toHaveText(String(Math.round(score!)));
  await expectPage(row.getByRole('cell').nth(2)).toHaveText(String(fail));
});

test('the eight aspects are drawn', async () => {
  const radar = fieldbook.page.getByRole('img', { name: /eight aspects/i });
  const inked = await radar.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });
  expect(inked).toBeGreaterThan(5_000);
});

test('what moves most comes first, and each action leads to its findings', async () => {
  const { page } = fieldbook;
  const region = page.getByRole('region', { name: 'Actions that move most' });
  await expectPage(region.getByRole('row')).toHaveCount(1 + overview.actions.length);
  const [first] = overview.actions;
  await expectPage(region.getByRole('row').nth(1)).toContainText(first!.title);
  await region.getByRole('link', { name: first!.title }).click();
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1, name: 'Findings' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expectPage(region).toBeVisible();
});

test('the next step of the phase is said, and leads to where it is done', async () => {
  const { page } = fieldbook;
  const next = page.getByRole('region', { name: 'Next step' });
  await expectPage(next).toContainText('accounts refused the role');
  await next.getByRole('button', { name: 'What to ask for' }).click();
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1, name: 'Coverage' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
});

test('the line at the bottom says when the machine has no network', async () => {
  const { page } = fieldbook;
  const line = page.getByRole('contentinfo');
  await expectPage(line).not.toContainText('no network');
  await page.context().setOffline(true);
  await expectPage(line).toContainText('no network: all but scans works');
  await page.context().setOffline(false);
  await expectPage(line).not.toContainText('no network');
});

test('the palette begins work as well', async () => {
  const { page } = fieldbook;
  for (const [verb, heading] of [
    ['New scan', 'New scan'],
    ['Make a report', 'Reports'],
    ['Back up the engagement', 'Settings'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill(verb);
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('main').getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await page.evaluate(() => {
    window.location.hash = '/';
  });
  await expectPage(page.getByRole('region', { name: 'Next step' })).toBeVisible();
});

test('what could not be seen has its own place', async () => {
  const refused = overview.snapshot!.accounts.find((account) => account.refused)!;
  await expectPage(fieldbook.page.getByRole('region', { name: 'What could not be seen' })).toContainText(
    `${refused.name} could not be entered`,
  );
});

test('nothing has to be scrolled sideways, in a large window and in a small one', async () => {
  const { page } = fieldbook;
  for (const width of [1360, 880]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    // Who we are in AWS takes one line.
    const aws = page.getByRole('contentinfo').getByText('not signed in to AWS');
    expect((await aws.boundingBox())!.height).toBeLessThan(24);
  }
  await page.setViewportSize({ width: 1360, height: 1280 });
  await photograph(page, 'overview');
  await page.setViewportSize({ width: 880, height: 800 });
  await photograph(page, 'overview-small');
  await page.setViewportSize({ width: 1360, height: 880 });
});

test('a window that breaks says so in full, however long its error is, and can be loaded anew', async () => {
  const { page } = fieldbook;
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get: () => {
        throw new Error(`${'a'.repeat(900)}${' and on'.repeat(900)}`);
      },
    });
    window.location.hash = '/findings';
  });
  const card = page.getByRole('alert').filter({ has: page.locator('pre') });
  await expectPage(card).toBeVisible();
  const { x, y, width, height } = (await card.boundingBox())!;
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(1024);
  expect(y + height).toBeLessThanOrEqual(700);
  await card.getByRole('button').click();
  await page.getByRole('heading', { name: 'Findings' }).waitFor();
  await page.setViewportSize({ width: 1360, height: 880 });
});

test('an engagement in Spanish is shown in Spanish', async () => {
  const spanish = await makeEngagement(desk.folder, { language: 'es', scanned: true });
  await fieldbook.close();
  const { page, close } = await desk.launch({
    engagement: spanish.path,
    passphrase,
    screen: { height: 1280 },
  });
  await page.getByRole('heading', { level: 1, name: 'Resumen' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es-ES');
  await expectPage(page.getByRole('region', { name: 'Acciones que más mueven' })).toContainText('Crítica');
  await photograph(page, 'overview-spanish');
  await close();
});
