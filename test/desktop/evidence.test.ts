import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { serve } from '../../src/engine/serve.ts';
import { connect } from '../../src/engine/transport/connect.ts';
import { portPair } from '../../src/engine/transport/in-process.ts';
import { fillEvidence } from '../../src/shared/sample/evidence.ts';
import { Painter } from '../../src/shared/sample/painter.ts';
import { fillSystems } from '../../src/shared/sample/systems.ts';
import { Frame } from './pages/frame.ts';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import {
  type Desk,
  dropFile,
  type Fieldbook,
  passphrase,
  photograph,
  setUpDesk,
} from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true });
  await fill(path);
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  page = fieldbook.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

/** The sample's own content, by the contract. */
async function fill(path: string): Promise<void> {
  const [here, there] = portPair();
  const served = serve(createEngine({ env: {}, home: desk.folder }), there);
  const { client, stop } = connect(here);
  await client.engagement.open({ path, passphrase });
  await fillSystems(client);
  await fillEvidence(client);
  await client.engagement.close({});
  stop();
  await served;
}

type Call = (method: string, args: object) => Promise<Record<string, unknown>>;
/** Asks the engine behind the window. */
const ask: Call = (method, args) =>
  page.evaluate(
    async ({ method, args }) => {
      const answer = await (
        window as unknown as {
          fieldbook: { call(request: object): Promise<{ ok: boolean; value: Record<string, unknown> }> };
        }
      ).fieldbook.call({ id: crypto.randomUUID(), method, args });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    { method, args },
  );
const panel = () => page.getByRole('complementary', { name: 'Piece of evidence' });
const redHalf = async () => {
  const picture = new Painter(400, 200, [255, 255, 255]);
  picture.rect(0, 0, 200, 200, [255, 0, 0]);
  return Buffer.from(await picture.png());
};

test('the wall shows what there is, and what has expired', async () => {
  await new Frame(page).goTo('Evidence');
  const wall = page.getByRole('list', { name: 'Evidence' });
  await expectPage(wall.getByRole('button')).toHaveCount(8);
  await expectPage(page.getByText('1 to renew')).toBeVisible();
  await page.waitForTimeout(600);
  await photograph(page, 'evidence');
  expect(await barriers(page)).toEqual([]);
  await wall.getByRole('button', { name: /Second firewall/ }).click();
  await expectPage(panel().getByRole('heading', { name: 'Second firewall does not answer' })).toBeVisible();
  await expectPage(panel().getByRole('link', { name: 'Site VPN' })).toBeVisible();
  await page.waitForTimeout(400);
  await photograph(page, 'evidence-panel');
  expect(await barriers(page)).toEqual([]);
});

test('a link that is taken away leaves the focus among the links; a reference that no finding has says so at its field', async () => {
  const links = panel().getByRole('region', { name: 'Speaks for' });
  await links.getByRole('button', { name: 'Take away the link to Site VPN' }).press('Enter');
  await expectPage(panel().getByRole('link', { name: 'Site VPN' })).toHaveCount(0);
  await expectPage(links).toBeFocused();
  await page.keyboard.press('Control+z');
  await expectPage(panel().getByRole('link', { name: 'Site VPN' })).toBeVisible();
  const reference = links.getByRole('textbox', { name: 'Reference of a finding' });
  await reference.fill('FB-AAAAA-BBBBB');
  await reference.press('Enter');
  await expectPage(links.getByText('There is no finding of that reference')).toBeVisible();
  await reference.fill('');
});

test('a file that is dropped is kept with its hash', async () => {
  const path = join(desk.folder, 'red-half.png');
  writeFileSync(path, await redHalf());
  await dropFile(page, path);
  await expectPage(panel().getByRole('heading', { name: 'red-half.png' })).toBeVisible();
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  await expectPage(panel().getByText(sha256)).toBeVisible();
});

test('redacted pixels are gone from the copy, and the original is what it was', async () => {
  const before = (await ask('evidence.page', { limit: 1 })).pieces as { id: string; original: object }[];
  const { id, original } = before[0]!;
  await panel().getByRole('button', { name: 'Mark and redact' }).click();
  const board = page.getByRole('application', { name: 'Picture to draw on' });
  const box = (await board.locator('canvas').boundingBox())!;
  // Around all that is red, by the pointer.
  await page.mouse.move(box.x + 1, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5);
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height - 1);
  await page.mouse.up();
  const marks = page.getByRole('complementary', { name: 'Marks' });
  await expectPage(marks.getByRole('button', { name: 'Redaction 1' })).toBeVisible();
  // And by keys: to the corners, a pixel further than it began and ended.
  await board.focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft');
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowUp');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowRight');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowDown');
  // Marks that are left unsaved are found as they were left, and can be taken back to those that are kept.
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expectPage(board).toHaveCount(0);
  await new Frame(page).goTo('Overview');
  await new Frame(page).goTo('Evidence');
  await page
    .getByRole('list', { name: 'Evidence' })
    .getByRole('button', { name: /red-half\.png/ })
    .click();
  await panel().getByRole('button', { name: 'Mark and redact' }).click();
  await expectPage(marks.getByRole('button', { name: 'Redaction 1' })).toBeVisible();
  await page.getByRole('toolbar').getByRole('button', { name: 'Undo' }).click();
  await expectPage(marks.getByRole('button', { name: 'Redaction 1' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expectPage(marks.getByRole('button', { name: 'Redaction 1' })).toBeVisible();
  await photograph(page, 'evidence-redact');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save copy' }).click();
  await expectPage(page.getByText('The copy was saved')).toBeVisible();
  const after = (await ask('evidence.get', { id })) as { original: object; copy: object };
  expect(after.original).toEqual(original);
  expect(after.copy).toMatchObject({ width: 400, height: 200 });
  expect(await redPixels(id, 'original')).toBe(200 * 200);
  expect(await redPixels(id, 'copy')).toBe(0);
});

/** Pixels of a piece in which there is more red than anything else. */
async function redPixels(id: string, version: 'original' | 'copy'): Promise<number> {
  const { base64 } = await ask('evidence.bytes', { id, version, offset: 0 });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let red = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! > 90 && data[at + 1]! < data[at]! / 2) red++;
    return red;
  }, base64 as string);
}

test('a screenshot and the output of a terminal are pasted', async () => {
  const base64 = (await redHalf()).toString('base64');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, base64);
  await expectPage(panel().getByRole('heading', { name: /^Screenshot of/ })).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '\u001b[32m$\u001b[0m aws s3 ls\n2026-01-01 acme <script>alert(1)</script>');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'Output of a terminal' });
  await expectPage(dialog.getByLabel('Title')).toHaveValue('aws s3 ls');
  await expectPage(dialog.getByRole('textbox', { name: 'Output' })).toHaveValue(/^\$ aws s3 ls\n/);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expectPage(panel().getByRole('heading', { name: 'aws s3 ls' })).toBeVisible();
  await panel().getByRole('button', { name: 'Open', exact: true }).last().click();
  const viewer = page.getByRole('dialog', { name: /aws s3 ls/ });
  // Markup is text.
  await expectPage(viewer.getByText('<script>alert(1)</script>')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a finding shows its evidence, and leads there', async () => {
  const { findings } = (await ask('findings.page', {
    filter: { check: ['ec2-instance-imdsv1'], status: ['fail'] },
  })) as { findings: { ref: string }[] };
  await page.evaluate((ref) => {
    location.hash = `#/findings?finding=${ref}`;
  }, findings[0]!.ref);
  const list = page.getByRole('region', { name: 'Attached evidence' });
  await list.scrollIntoViewIfNeeded();
  await expectPage(list.getByRole('link', { name: /Metadata requests without a token/ })).toBeVisible();
  await page.waitForTimeout(400);
  await photograph(page, 'evidence-of-finding');
});

test('files that are added together are told of once, and taken back together, a large picture too', async () => {
  await new Frame(page).goTo('Evidence');
  const wall = page.getByRole('main').getByRole('listitem');
  const large = new Painter(2600, 40, [255, 255, 255]);
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'large.png', mimeType: 'image/png', buffer: Buffer.from(await large.png()) },
    { name: 'quotas.txt', mimeType: 'text/plain', buffer: Buffer.from('100 of 120 used') },
  ]);
  const said = page.getByText('2 pieces were added.');
  await expectPage(said).toBeVisible();
  await expectPage(wall.filter({ hasText: 'large.png' })).toHaveCount(1);
  await said.getByRole('button', { name: 'Undo' }).press('Enter');
  await expectPage(wall.filter({ hasText: 'large.png' })).toHaveCount(0);
  await expectPage(wall.filter({ hasText: 'quotas.txt' })).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('systems stand in a grid with what their checks say', async () => {
  await new Frame(page).goTo('Other systems');
  const grid = page.getByRole('grid', { name: 'Other systems' });
  await expectPage(grid.getByText('Laboratory information system')).toBeVisible();
  await photograph(page, 'inventory');
  expect(await barriers(page)).toEqual([]);
  await grid.getByText('App analytics').click();
  const side = page.getByRole('complementary', { name: 'System' });
  await expectPage(side.getByText('Nobody owns it.')).toBeVisible();
  await photograph(page, 'inventory-panel');
  expect(await barriers(page)).toEqual([]);
  await side.getByLabel('Owner', { exact: true }).fill('Lena Fischer');
  await side.getByLabel('Owner', { exact: true }).press('Enter');
  await expectPage(side.getByText('Lena Fischer owns it.')).toBeVisible();
  await expectPage(grid.getByRole('row', { name: 'App analytics' })).toContainText('Analytics');
  await page.getByRole('button', { name: 'Add system' }).press('Enter');
  await expectPage(side.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Pharmacy stock');
  await page.keyboard.press('Enter');
  await expectPage(grid.getByRole('row', { name: 'Pharmacy stock' })).toBeVisible();
  await side.getByRole('button', { name: 'Remove' }).press('Enter');
  await expectPage(grid.getByRole('row', { name: 'Pharmacy stock' })).toHaveCount(0);
  for (const [view, name] of [
    ['Dependencies', 'inventory-diagram'],
    ['Findings', 'inventory-findings'],
  ] as const) {
    await page.getByRole('radiogroup', { name: 'View' }).getByText(view, { exact: true }).click();
    await page.waitForTimeout(500);
    await photograph(page, name);
    expect(await barriers(page)).toEqual([]);
  }
});

test('a CSV file with a bad line imports nothing until the line is corrected', async () => {
  const path = join(desk.folder, 'systems.csv');
  writeFileSync(path, 'System,Criticality,Owner\nFax server,low,Tom\nPager,enormous,\n');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import systems' });
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(path);
  };
  await choose();
  await expectPage(dialog.getByRole('alert')).toContainText('Line 3, Criticality');
  await expectPage(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await photograph(page, 'inventory-import');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  writeFileSync(path, 'System,Criticality,Owner\nFax server,low,Tom\nPager,low,\n');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await choose();
  await dialog.getByRole('button', { name: 'Import (2)' }).click();
  await expectPage(dialog).toBeHidden();
  await expectPage(page.getByText('11 systems outside AWS')).toBeVisible();
});
