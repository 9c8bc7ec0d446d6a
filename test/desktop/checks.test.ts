import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Checks/ })
    .click();
  await expectPage(grid().getByRole('row').nth(1)).toBeVisible();
});
afterAll(() => desk?.clear());

const grid = () => fieldbook.page.getByRole('grid', { name: 'Checks' });
const panel = () => fieldbook.page.getByRole('complementary', { name: 'Check' });
const find = async (text: string) => {
  await fieldbook.page.getByRole('textbox', { name: /^Find a check/ }).fill(text);
  await expectPage(grid()).toHaveAttribute('aria-rowcount', '2');
};

test('a check says what it reads and needs, and leads to what fails it', async () => {
  const { page } = fieldbook;
  await find('ebs-gp2-to-gp3');
  await grid().focus();
  await page.keyboard.press('Enter');
  await expectPage(panel().getByRole('heading', { level: 2 })).toHaveText(
    'gp2 volume that is cheaper as gp3',
  );
  await expectPage(panel()).toContainText('ec2:DescribeVolumes');
  await expectPage(panel().getByRole('link', { name: /fail it now/ })).toBeVisible();
});

test('it is switched off with a reason after its effect was seen, and that is undone', async () => {
  const { page } = fieldbook;
  const row = grid().getByRole('row').nth(1);
  const fails = await row.getByRole('gridcell').nth(4).textContent();
  await panel().getByRole('switch', { name: 'Switched on' }).press('Space');
  const apply = panel().getByRole('button', { name: 'Apply and judge again' });
  await expectPage(apply).toBeDisabled();
  await panel()
    .getByRole('textbox', { name: /Why it is switched off/ })
    .fill('The client is leaving EBS.');
  await expectPage(panel().getByText(/verdicts would change/)).toBeVisible();
  const told = panel().getByRole('row').filter({ hasText: 'fail' });
  await expectPage(told.getByRole('cell')).toHaveText([fails!, '0']);
  await photograph(page, 'checks-preview');
  await apply.click();
  await expectPage(panel().getByText('Switched off in this engagement:')).toBeVisible();
  await expectPage(row).toContainText('switched off');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPage(panel().getByText('Switched off in this engagement:')).toHaveCount(0);
  await expectPage(row.getByRole('gridcell').nth(4)).toHaveText(fails!);
});

test('a threshold is tuned, and the catalogue says so', async () => {
  const { page } = fieldbook;
  await find('iam-access-key-old');
  await grid().focus();
  await page.keyboard.press('Enter');
  await panel().getByRole('textbox', { name: 'Days' }).fill('20000');
  await expectPage(panel().getByText(/would change/)).toBeVisible();
  await panel().getByRole('button', { name: 'Apply and judge again' }).click();
  await expectPage(grid().getByRole('row').nth(1)).toContainText('tuned');
});

test('a link to a check that there is not says so, and Escape closes it', async () => {
  const { page } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '#/checks?check=no-such-check';
  });
  await expectPage(panel().getByRole('alert')).toContainText('There is no such check.');
  await panel().press('Escape');
  await expectPage(panel()).toHaveCount(0);
  await page.evaluate(() => {
    window.location.hash = '#/checks?check=ebs-gp2-to-gp3';
  });
  await expectPage(panel()).toContainText('ec2:DescribeVolumes');
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('neither the catalogue nor the open panel has a barrier that axe can find', async () => {
    const { page } = fieldbook;
    await page.getByRole('textbox', { name: /^Find a check/ }).fill('');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectPage(panel()).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
});
