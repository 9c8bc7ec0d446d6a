import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: false });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Scans/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Scans' }).waitFor();
});
afterAll(() => desk?.clear());

const main = () => fieldbook.page.getByRole('main');
const button = (name: string | RegExp) => main().getByRole('button', { name });
const heading = (name: string) => main().getByRole('heading', { name });

test('a new engagement says what to do, and which profiles this machine has', async () => {
  const { page } = fieldbook;
  await expectPage(main()).toContainText('Nothing has been scanned yet.');
  await expectPage(main()).toContainText('There are no AWS files');
  const profiles = page.getByRole('region', { name: 'AWS profiles' });
  await expectPage(profiles.getByRole('row', { name: /sample:before/ })).toBeVisible();
  await button('Check sign-in of sample:before').click();
  await expectPage(profiles).toContainText('arn:aws:sts::');
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-first');
});

test('a scan is set up in three steps and shows what it would do before it starts', async () => {
  const { page } = fieldbook;
  await button('New scan').click();
  await heading('Accounts').waitFor();
  await expectPage(button('Next')).toBeDisabled();
  await page.getByRole('checkbox', { name: /^sample:before/ }).check();
  await expectPage(page.getByRole('checkbox', { name: /^sample:after/ })).toBeDisabled();
  await expectPage(main()).toContainText('Each state of the sample estate is scanned alone.');
  await page.getByRole('radio', { name: /A whole Organization/ }).check();
  await page.getByRole('combobox', { name: 'Profile that sees the Organization' }).click();
  await page.getByRole('option', { name: 'sample:before' }).click();
  await button('Look up the accounts').click();
  await expectPage(main().getByRole('checkbox', { name: /All accounts/ })).toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-setup-accounts');
  await button('Next').click();
  await page.getByRole('radio', { name: /Only these regions/ }).check();
  await expectPage(main()).toContainText('Choose at least one region.');
  await expectPage(main().getByRole('checkbox', { name: 'us-east-1' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-setup-regions');
  await page.getByRole('radio', { name: /All regions/ }).check();
  await button('Next').click();
  await heading('Checks').waitFor();
  await expectPage(main().getByRole('checkbox', { name: /^All \d+ checks/ })).toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-setup-checks');
  await button('Next').click();
  const plan = page.getByRole('region', { name: 'What the scan would do' });
  await expectPage(plan).toContainText('none: writing calls are refused before they leave');
  await expectPage(plan).toContainText('Not entered');
  await main().getByText('Show the policy').click();
  await expectPage(main()).toContainText('"Effect": "Allow"');
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-setup-plan');
});

test('a scan runs with its map, is paused in mid-scan and found again by a window that is loaded anew', async () => {
  const { page } = fieldbook;
  // At the pace of AWS itself the sample is long enough to be looked at.
  await main().getByText('Gentle', { exact: true }).click();
  await button('Start the scan').click();
  const live = page.getByRole('region', { name: /Scan under way/ });
  const map = live.getByRole('table', { name: 'Scan under way' });
  await expectPage(map.getByRole('button', { name: /IAM in .* reads done/ }).first()).toBeVisible();
  await expectPage(live).toContainText(/[1-9]\d* resources/);
  await expectPage(page.getByRole('banner')).toContainText('Scan');
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-live');
  await page.reload();
  await expectPage(map.getByRole('button', { name: /IAM in / }).first()).toBeVisible();
  await expectPage(page.getByRole('banner').getByRole('button', { name: /Scan/ })).toBeVisible();
  await button('Pause').click();
  await expectPage(heading('You paused the scan.')).toBeVisible();
  await expectPage(button('New scan')).toBeDisabled();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-paused');
});

test('the reads behind a cell are looked at one by one, by keyboard, with what AWS said of each', async () => {
  const { page } = fieldbook;
  await button(/EC2 in acme-sandbox:/).press('Enter');
  const reads = page.getByRole('dialog', { name: 'EC2 in acme-sandbox' });
  await expectPage(reads.getByRole('row', { name: /ec2:DescribeVolumes/ })).toContainText('every region');
  await expectPage(reads).toContainText('is not authorized to perform: sts:AssumeRole');
  expect(await reads.evaluate((drawer) => drawer.scrollWidth - drawer.clientWidth)).toBe(0);
  await page.keyboard.press('Escape');
  await expectPage(reads).toHaveCount(0);
});

test('a scan that waits goes on to its end', async () => {
  const { page } = fieldbook;
  await button('Go on').click();
  await expectPage(page.getByText(/The scan is complete/)).toBeVisible({ timeout: 60_000 });
  const history = page.getByRole('region', { name: /Snapshots/ });
  await expectPage(history.getByRole('row', { name: /complete/ })).toBeVisible();
  await expectPage(history).toContainText(/\d (kB|MB)/);
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-history');
});

test('a note is saved while it is written; a deleted snapshot comes back when that is undone', async () => {
  const { page } = fieldbook;
  const note = page.getByRole('textbox', { name: /^Note of the snapshot/ });
  await note.fill('Before the implementation phase');
  await expectPage(main().getByText('saved', { exact: true })).toBeVisible();
  await page.reload();
  await expectPage(note).toHaveValue('Before the implementation phase');
  await main()
    .getByRole('button', { name: /^Actions for the snapshot/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expectPage(main()).toContainText('Nothing has been scanned yet.');
  await page.keyboard.press('Control+z');
  await expectPage(note).toHaveValue('Before the implementation phase');
  await expectPage(
    page.getByRole('alert').filter({ hasText: /^The snapshot of .* is back\.$/ }),
  ).toBeVisible();
});

test('coverage says how much was read, what that means and what would mend it', async () => {
  const { page } = fieldbook;
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Coverage/ })
    .click();
  await heading('Coverage').waitFor();
  await expectPage(main()).toContainText(/planned reads succeeded/);
  await expectPage(main()).toContainText(/verdicts are unknown/);
  const refused = main().getByRole('article', { name: 'The role could not be assumed' });
  await expectPage(refused).toContainText('Have the role made');
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'coverage');
  const map = main().getByRole('table', { name: 'Read, by account and service' });
  const first = map.getByRole('button', { name: /reads done/ }).first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expectPage(map.getByRole('button', { name: /reads done/ }).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expectPage(drawer.getByRole('row').nth(1)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'coverage-reads');
  await page.keyboard.press('Escape');
  await map
    .getByRole('button', { name: /^Regions of/ })
    .first()
    .click();
  await expectPage(map.getByRole('rowheader', { name: 'us-east-1' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'coverage-regions');
});

test('a scan under way can be ended for good, and what it read is kept', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/scans?setup=accounts';
  });
  await page.getByRole('checkbox', { name: /sample:before/ }).check();
  for (const _ of ['regions', 'checks', 'plan']) await button('Next').click();
  await main().getByText('Gentle', { exact: true }).click();
  await button('Start the scan').click();
  const live = page.getByRole('region', { name: /Scan under way/ });
  await expectPage(live).toContainText(/[1-9]\d* resources/);
  await live.getByRole('button', { name: 'End it here' }).click();
  await expectPage(live).toHaveCount(0);
  const history = page.getByRole('region', { name: /Snapshots/ });
  await expectPage(history.getByRole('row', { name: /ended/ })).toBeVisible();
  await expectPage(button('New scan')).toBeEnabled();
});
