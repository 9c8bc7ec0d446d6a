import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { texts as english } from '../../src/renderer/texts/en.ts';
import { texts as spanish } from '../../src/renderer/texts/es.ts';
import { barriers } from './support/axe.ts';
import { makeEngagement, theSample } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';
import { cutButtons, overruns, sizes, zoomed } from './support/fits.ts';
import { firstRow, pages, type State, states } from './support/states.ts';

let desk: Desk;
let fieldbook: Fieldbook;
/** What the page's policy refused in all that follows. */
const refused: string[] = [];
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { language: 'es', scanned: false, fill: theSample });
  fieldbook = await desk.launch({ engagement: path, passphrase });
  await fieldbook.page.getByRole('heading', { level: 1, name: 'Resumen' }).waitFor();
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
  fieldbook.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
});
afterAll(() => desk?.clear());

/**
 * Words that only English has. AWS's own names, code, paths and names of clients stand in every language: they are
 * marked as code, or in the sample's own names.
 */
const ENGLISH =
  /\b(the|and|with|without|this|that|these|of|from|not|are|was|were|has|have|your|which|when|only|each|every|settings?|findings?|overview|coverage|scans?|saved|show|open|close|cancel|undo|columns|search|filter|loading|unknown)\b/i;

/** Texts that are seen, and names that are only heard, each with where it stands; code and what is marked English are left out. */
const texts = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const foreign = 'code, pre, script, style, [lang="en"], [role="tree"]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      // Names that clients gave are words joined by hyphens.
      if (/^[\w./]+(-[\w./]+)+$/.test(text)) continue;
      if (text && !parent.closest(foreign) && parent.getClientRects().length > 0) found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      if (!element.closest(foreign))
        for (const name of ['aria-label', 'placeholder', 'title']) {
          const text = element.getAttribute(name);
          if (text) found.push(text);
        }
    return [...new Set(found)];
  });

const title = (words: typeof english, { page }: State) => words[page as 'findings'].title;

test('every page is called by its name in Spanish', () => {
  for (const state of pages) expect(title(spanish, state), state.name).not.toBe(title(english, state));
});

test.each(states)('$name: nothing of it is in English, and longer words make no barrier', async (state) => {
  const { page } = fieldbook;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate((to) => {
    window.location.hash = to;
  }, state.at);
  if (pages.includes(state))
    await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(
      title(spanish, state),
    );
  await expectPage(page.getByRole('status', { name: 'Cargando…' })).toHaveCount(0);
  await state.open?.(page);
  if (state.open) await expectPage(page.getByRole('complementary')).toBeVisible();
  await page.waitForTimeout(300);
  const seen = await texts(page);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((text) => ENGLISH.test(text))).toEqual([]);
  expect(await barriers(page)).toEqual([]);
});

test.each([...sizes, zoomed])('words of Spanish fit as well in $width × $height', async (size) => {
  const { page } = fieldbook;
  await page.setViewportSize(size);
  for (const state of pages) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, state.at);
    await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(
      title(spanish, state),
    );
    await expectPage(page.getByRole('status', { name: 'Cargando…' })).toHaveCount(0);
    expect(await overruns(page), state.name).toEqual([]);
    expect(await cutButtons(page), state.name).toEqual([]);
  }
  await page.setViewportSize({ width: 1360, height: 880 });
});

test('a bar of the scores can be read in Spanish in a window of 1360 pixels', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/';
  });
  const bar = page.getByRole('region', { name: 'Puntuaciones' }).locator('.track').first();
  await expectPage(bar).toBeVisible();
  expect((await bar.boundingBox())!.width).toBeGreaterThanOrEqual(60);
});

test('the button of the overview stands beside its title in a window of 1280 pixels', async () => {
  const { page } = fieldbook;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    window.location.hash = '/';
  });
  const title = await page.getByRole('heading', { level: 1, name: 'Resumen' }).boundingBox();
  const button = await page.getByRole('button', { name: 'Hacer el informe de progreso' }).boundingBox();
  expect(Math.abs(button!.y - title!.y)).toBeLessThan(20);
  await page.setViewportSize({ width: 1360, height: 880 });
});

test.each([
  ['Otros sistemas', '/inventory'],
  ['Recomendaciones', '/recommendations'],
  ['Comprobaciones', '/checks'],
  ['Hallazgos', '/findings'],
])('the heads of the columns of %s are read whole in a window of 1280 pixels', async (name, address) => {
  const { page } = fieldbook;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate((to) => {
    window.location.hash = to;
  }, address);
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(name);
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  const cut = await page
    .getByRole('columnheader')
    .locator('span')
    .evaluateAll((heads) =>
      heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent),
    );
  expect(cut).toEqual([]);
  await page.setViewportSize({ width: 1360, height: 880 });
});

test('what the checks of a system say is read whole beside their names', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/inventory';
  });
  await firstRow(page);
  const said = page
    .getByRole('complementary', { name: 'Sistema' })
    .locator('.status', { hasText: 'desconocido' });
  await expectPage(said.first()).toBeVisible();
  expect(await said.first().evaluate((status) => status.scrollWidth - status.clientWidth)).toBe(0);
});

test('the search and the list of keys are in Spanish as well', async () => {
  const { page } = fieldbook;
  await page.keyboard.press('Control+k');
  await expectPage(page.getByRole('dialog')).toBeVisible();
  expect((await texts(page)).filter((text) => ENGLISH.test(text))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await expectPage(page.getByRole('dialog')).toBeVisible();
  expect((await texts(page)).filter((text) => ENGLISH.test(text))).toEqual([]);
  await page.keyboard.press('Escape');
});

test('nothing of all these pages asks for what the policy of the page refuses', () => {
  expect(refused).toEqual([]);
});

test('the language of the window is changed at once, and findings with it', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/settings?section=appearance';
  });
  await page.getByRole('combobox', { name: 'Idioma de la ventana' }).click();
  await page.getByRole('option', { name: 'inglés', exact: true }).click();
  await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.evaluate(() => {
    window.location.hash = '/findings';
  });
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toContainText(
    'Instance with an administration port on the internet',
  );
});
