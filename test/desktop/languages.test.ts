import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { language: 'es', scanned: true, compared: true });
  fieldbook = await desk.launch({ engagement: path, passphrase });
  await fieldbook.page.getByRole('heading', { name: 'Resumen' }).waitFor();
  await fieldbook.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

const names = (language: 'en' | 'es') =>
  Object.assign(
    {},
    ...[
      'overview',
      'scans',
      'coverage',
      'findings',
      'resources',
      'checks',
      'compare',
      'reports',
      'settings',
    ].map((id) => {
      const file = id === 'overview' ? 'window' : `pages/${id}`;
      const texts = JSON.parse(readFileSync(join(root, 'resources/texts', language, `${file}.json`), 'utf8'));
      return { [id]: texts[id].title as string };
    }),
  ) as Record<string, string>;
const english = names('en');
const spanish = names('es');

const addressOf: Record<string, string> = { overview: '/' };
const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1).click();
const states: [state: string, page: string, address?: string, prepare?: (page: Page) => Promise<unknown>][] =
  [
    ...Object.keys(spanish).map((id) => [id, id] as [string, string]),
    ['finding', 'findings', '/findings', firstRow],
    ['resource', 'resources', '/resources', firstRow],
    ['check', 'checks', '/checks', firstRow],
    ['compared findings', 'compare', '/compare?part=findings'],
    ['compared resources', 'compare', '/compare?part=resources'],
    ['setup', 'scans', '/scans?setup=accounts'],
    ...['appearance', 'engagement', 'branding', 'aws', 'privacy', 'storage', 'about'].map(
      (section) =>
        [`settings: ${section}`, 'settings', `/settings?section=${section}`] as [string, string, string],
    ),
  ];

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

test('every page is called by its name in Spanish', () => {
  for (const id of Object.keys(spanish)) expect(spanish[id], id).not.toBe(english[id]);
});

test.each(states)('%s: nothing of it is in English', async (_state, id, address, prepare) => {
  const { page } = fieldbook;
  await page.evaluate(
    (to) => {
      window.location.hash = to;
    },
    address ?? addressOf[id] ?? `/${id}`,
  );
  if (_state !== 'setup')
    await expectPage(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(spanish[id]!);
  await expectPage(page.getByRole('status', { name: 'Cargando…' })).toHaveCount(0);
  await prepare?.(page);
  await page.waitForTimeout(300);
  const seen = await texts(page);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((text) => ENGLISH.test(text))).toEqual([]);
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
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Bucket open to everybody');
});
