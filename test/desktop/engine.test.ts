import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineState } from '../../src/shared/contract/desktop.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';
import { withEngineHeld } from './support/held.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true });
  fieldbook = await desk.launch({ engagement: path, passphrase });
  await ready();
});
afterAll(() => desk?.clear());

const state = () => fieldbook.page.getByRole('contentinfo').getByRole('status');
const ready = () => expectPage(state()).toHaveText('engine ready', { timeout: 20_000 });

async function engine(): Promise<EngineState> {
  const answer = await fieldbook.page.evaluate(() =>
    window.fieldbook.call({ id: 'state', method: 'desktop.start', args: {} }),
  );
  return (answer as { value: { engine: EngineState } }).value.engine;
}

async function kill(): Promise<number> {
  const now = await engine();
  if (now.state !== 'ready') throw new Error(`the engine is ${now.state}`);
  process.kill(now.pid, 'SIGKILL');
  return now.pid;
}

test('an engine that is killed is missed, replaced, and the engagement is open again', async () => {
  const { page } = fieldbook;
  await expectPage(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const pid = await kill();
  await expectPage(page.getByRole('alert')).toContainText('The engine stopped.');
  await photograph(page, 'engine-lost');
  // What was read before stays to be looked at.
  await expectPage(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await ready();
  await expectPage(page.getByRole('alert')).toHaveCount(0);
  expect(await engine()).toMatchObject({ state: 'ready' });
  expect((await engine()) as { pid: number }).not.toMatchObject({ pid });
  const current = await page.evaluate(() =>
    window.fieldbook.call({ id: 'current', method: 'engagement.current', args: {} }),
  );
  expect(current).toMatchObject({ ok: true, value: { client: 'Acme Health' } });
});

test('a call under way is rejected at once when the engine is killed', async () => {
  const { page } = fieldbook;
  const answer = page.evaluate(() =>
    // Takes the engine a few seconds.
    window.fieldbook.call({
      id: 'scan',
      method: 'scan.start',
      args: { scope: { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } } },
    }),
  );
  await page.waitForTimeout(200);
  await kill();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'engine-lost' } });
  await ready();
});

test('an engine that goes on dying is given up, until a person starts it again', async () => {
  const { page } = fieldbook;
  for (let losses = 2; losses < 5; losses++) {
    await ready();
    await kill();
    await expectPage(page.getByRole('alert')).toBeVisible();
  }
  const start = page.getByRole('button', { name: 'Start the engine' });
  await expectPage(start).toBeVisible();
  await photograph(page, 'engine-given-up');
  await start.press('Enter');
  await ready();
});

test('a page that waits when the engine is killed has its answer from the next one, whatever it asked', async () => {
  const { page } = fieldbook;
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).press('Enter');
  const main = page.getByRole('main');
  await open('Settings');
  await withEngineHeld(page, async () => {
    await page.getByRole('link', { name: 'Licences', exact: true }).press('Enter');
    await page.getByRole('link', { name: 'AWS and network', exact: true }).press('Enter');
    await open('Evidence');
    await kill();
    // Said once, above the page, which goes on waiting.
    await expectPage(page.getByRole('alert')).toHaveText(/^The engine stopped\./);
    await expectPage(main.getByRole('status', { name: 'Loading' })).toBeVisible();
  });
  await ready();
  await expectPage(main.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible();
  await open('Settings');
  await page.getByRole('link', { name: 'AWS and network', exact: true }).press('Enter');
  await expectPage(main.getByText('There is no file ~/.aws/config.')).toBeVisible();
  await page.getByRole('link', { name: 'Licences', exact: true }).press('Enter');
  await expectPage(main.getByRole('button', { name: /^@aws-sdk/ }).first()).toBeVisible();
  await expectPage(page.getByRole('alert')).toHaveCount(0);
});

test('a scan goes on with the next engine, at its pace, and so does a preview', async () => {
  const { page } = fieldbook;
  const nav = page.getByRole('navigation', { name: 'Pages' });
  const begun = await page.evaluate(() =>
    window.fieldbook.call({
      id: 'begin',
      method: 'scan.begin',
      args: {
        scope: { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } },
        pace: 'gentle',
      },
    }),
  );
  const { snapshot } = (begun as { value: { snapshot: string } }).value;
  await nav.getByRole('link', { name: /^Scans/ }).press('Enter');
  const live = page.getByRole('region', { name: /Scan under way/ });
  await expectPage(live).toContainText(/[1-9]\d* resources/);
  await kill();
  await ready();
  await expectPage(live).toContainText(/[1-9]\d* resources/);
  await expectPage(live.getByRole('radio', { name: 'Gentle' })).toBeChecked();
  await live.getByText('Fast', { exact: true }).click();
  await expectPage(page.getByText(/The scan is complete/)).toBeVisible({ timeout: 60_000 });
  const list = await page.evaluate(() =>
    window.fieldbook.call({ id: 'list', method: 'scan.list', args: {} }),
  );
  const { snapshots } = (list as unknown as { value: { snapshots: { id: string; state: string }[] } }).value;
  expect(snapshots.find(({ id }) => id === snapshot)).toMatchObject({ state: 'complete' });

  await nav.getByRole('link', { name: 'Reports' }).press('Enter');
  await page.getByRole('button', { name: 'Make the preview' }).click();
  await expectPage(page.getByRole('main').getByRole('button', { name: 'Cancel' })).toBeVisible();
  await kill();
  await expectPage(page.getByRole('region', { name: /^Page 1 of \d+/ })).toBeVisible({ timeout: 60_000 });
});

test('when Fieldbook ends, so does its engine', async () => {
  const now = await engine();
  if (now.state !== 'ready') throw new Error(`the engine is ${now.state}`);
  await fieldbook.close();
  await expectPage(() => expect(() => process.kill(now.pid, 0)).toThrow()).toPass({ timeout: 5_000 });
});
