import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement, theSample } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';
import { cutButtons, overruns, sizes, zoomed } from './support/fits.ts';
import { crookedHeads } from './support/grid.ts';
import { firstRow, pages, type State, states } from './support/states.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: false, fill: theSample });
  fieldbook = await desk.launch({ engagement: path, passphrase });
  await fieldbook.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  // Colours are judged when they have come to rest.
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

const settled = async (address: string, open?: State['open']) => {
  const { page } = fieldbook;
  // By way of another page, so that nothing of the last state stays.
  for (const to of [address.startsWith('/settings') ? '/scans' : '/settings', address])
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, to);
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expectPage(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
  await open?.(page);
  if (open) await expectPage(page.getByRole('complementary')).toBeVisible();
};

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(states)('$name: no barrier that axe can find', async ({ at, open }) => {
    await fieldbook.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(at, open);
    expect(await barriers(fieldbook.page)).toEqual([]);
  });
});

test.each(states)('$name: fits a small window at twice the size of type', async ({ at }) => {
  const { page } = fieldbook;
  // 200 % zoom of a window of 1360 pixels leaves it 680.
  await page.setViewportSize({ width: 680, height: 440 });
  await settled(at);
  const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(whole).toBeLessThanOrEqual(seen!);
  await page.setViewportSize({ width: 1360, height: 880 });
});

test.each(states.filter(({ open }) => open === firstRow))(
  '$name: the heads of its grid stand over their columns',
  async ({ at, open }) => {
    await settled(at, open);
    expect(await crookedHeads(fieldbook.page)).toEqual([]);
  },
);

test.each([...sizes, zoomed])(
  'no page and no card is wider than its place in $width × $height',
  async (size) => {
    const { page } = fieldbook;
    await page.setViewportSize(size);
    for (const { name, at } of pages) {
      await settled(at);
      expect(await overruns(page), name).toEqual([]);
      expect(await cutButtons(page), name).toEqual([]);
    }
    await page.setViewportSize({ width: 1360, height: 880 });
  },
);

test.each([
  ['Findings', '/findings'],
  ['Resources', '/resources'],
  ['Checks', '/checks'],
])(
  'at twice the size of type the grid of %s still shows rows, and the filters above it',
  async (_, address) => {
    const { page } = fieldbook;
    await page.setViewportSize(zoomed);
    await settled(address);
    const grid = page.getByRole('grid');
    expect((await grid.boundingBox())!.height).toBeGreaterThanOrEqual(160);
    for (const field of await page.getByRole('main').getByRole('textbox').all()) {
      await field.focus();
      await expectPage(field).toBeInViewport({ ratio: 1 });
    }
    await page.setViewportSize({ width: 1360, height: 880 });
  },
);

test.each([
  ['Findings', '/findings'],
  ['Resources', '/resources'],
  ['Checks', '/checks'],
])('the grid of %s says how many rows and columns there are, and which are drawn', async (name, address) => {
  const { page } = fieldbook;
  await settled(address);
  const grid = page.getByRole('grid', { name });
  await expectPage(grid.getByRole('row').nth(1)).toBeVisible();
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  const columns = Number(await grid.getAttribute('aria-colcount'));
  // Not all are drawn, and those that are know their places.
  expect(await grid.getByRole('row').count()).toBeLessThan(rows);
  expect(await grid.getByRole('columnheader').count()).toBe(columns);
  expect(await grid.getByRole('row').nth(0).getAttribute('aria-rowindex')).toBe('1');
  expect(await grid.getByRole('row').nth(1).getAttribute('aria-rowindex')).toBe('2');
  await expectPage(grid.getByRole('row').nth(1).getByRole('gridcell')).toHaveCount(columns);
  await grid.focus();
  await page.keyboard.press('End');
  await expectPage(grid.locator(`[aria-rowindex="${rows}"]`)).toBeVisible();
});

test('every chart has a name, and its numbers as a table beside it', async () => {
  const { page } = fieldbook;
  await settled('/');
  await expectPage(page.getByRole('img', { name: /.+/ }).first()).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Scores' }).getByRole('row')).toHaveCount(9);
  await settled('/compare');
  await expectPage(page.getByRole('img', { name: /.+/ }).first()).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Scores' }).getByRole('row')).toHaveCount(9);
});

test('nothing moves by itself for those who asked for that', async () => {
  const { page } = fieldbook;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { name, at } of pages) {
    await settled(at);
    const moving = await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) =>
              playState === 'running' && Number(effect?.getComputedTiming().duration) > 1,
          ).length,
    );
    expect(moving, name).toBe(0);
  }
  await page.keyboard.press('Control+k');
  await expectPage(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('dialog')).toHaveCount(0);
});

test('the search, the list of keys and the menu of snapshots have no barrier either', async () => {
  const { page } = fieldbook;
  await page.keyboard.press('Control+k');
  await expectPage(page.getByRole('dialog')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expectPage(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Shift+?');
  await expectPage(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Snapshot shown/ }).click();
  await expectPage(page.getByRole('menu')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
});
