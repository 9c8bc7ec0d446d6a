import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect as expectPage } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Frame } from '../desktop/pages/frame.ts';
import { makeEngagement } from '../desktop/support/engagement.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from '../desktop/support/fieldbook.ts';
import { type Emulator, startEmulator } from '../support/emulator.ts';
import { isRead } from '../support/reading.ts';

let moto: Emulator;
let desk: Desk;
let fieldbook: Fieldbook;
let frame: Frame;
/** What the SDK of this test asked for by itself. */
let made: number;
beforeAll(async () => {
  moto = await startEmulator('moto');
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
  const ec2 = new EC2Client({ endpoint: moto.endpoint, region: 'us-east-1', credentials });
  await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 1000, VolumeType: 'gp2' }));
  made = moto.requests.length;
  desk = await setUpDesk();
  mkdirSync(join(desk.folder, '.aws'));
  writeFileSync(
    join(desk.folder, '.aws', 'config'),
    `[profile client]
region = us-east-1
endpoint_url = ${moto.endpoint}
aws_access_key_id = ${credentials.accessKeyId}
aws_secret_access_key = ${credentials.secretAccessKey}
`,
  );
  const { path } = await makeEngagement(desk.folder, { scanned: false });
  fieldbook = await desk.launch({ engagement: path, passphrase });
  frame = new Frame(fieldbook.page);
  await frame.heading('Overview').waitFor();
});
afterAll(async () => {
  await desk?.clear();
  await moto?.stop();
});

test('an account is scanned through the window; its session runs out in mid-scan, and the scan goes on after a sign-in', async () => {
  const { page } = fieldbook;
  const main = page.getByRole('main');
  await frame.goTo('Scans');
  await main.getByRole('button', { name: 'New scan' }).click();
  await main.getByRole('checkbox', { name: /^client/ }).check();
  await main.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Only these regions/ }).check();
  await main.getByRole('checkbox', { name: 'us-east-1' }).check();
  await main.getByRole('button', { name: 'Next' }).click();
  await main.getByRole('heading', { name: 'Checks' }).waitFor();
  await main.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('region', { name: 'What the scan would do' }).waitFor();

  const before = moto.requests.length;
  await main.getByRole('button', { name: 'Start the scan' }).click();
  await expect.poll(() => moto.requests.length).toBeGreaterThan(before + 20);
  moto.expired = true;
  const dialog = page.getByRole('dialog', { name: /Sign in/ });
  await expectPage(dialog).toContainText('client', { timeout: 30_000 });
  // What was under way when the session ran out comes to its end; then nothing is asked in vain.
  const askedInASecond = async () => {
    const before = moto.requests.length;
    await page.waitForTimeout(1_000);
    return moto.requests.length - before;
  };
  await expect.poll(askedInASecond, { timeout: 20_000 }).toBe(0);
  moto.expired = false;
  await dialog.getByRole('button', { name: /signed in/i }).click();
  await expectPage(dialog).toHaveCount(0);
  await expectPage(page.getByRole('row').filter({ hasText: 'shown' })).toContainText('complete', {
    timeout: 90_000,
  });
  await expectPage(page.getByRole('contentinfo')).toContainText('arn:aws:');
  expect(moto.requests.slice(made).filter((request) => !isRead(request))).toEqual([]);
});

test('what was found there is among the findings', async () => {
  const { page } = fieldbook;
  await frame.goTo('Findings');
  await page.evaluate(() => {
    const filter = [{ property: 'check', operator: 'is', values: ['ebs-gp2-to-gp3'] }];
    window.location.hash = `/findings?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  });
  await expectPage(page.getByRole('grid').getByRole('row').nth(1)).toContainText('fail');
});
