import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { makeEngagement, theSample } from '../test/desktop/support/engagement.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from '../test/desktop/support/fieldbook.ts';
import { root, say } from './root.ts';

const folder = join(root, 'docs', 'screenshots');
const file = 'acme-health.fieldbook';
const sizes = { small: { width: 1280, height: 800 }, large: { width: 1920, height: 1080 } };

/** How to get to a state of the window that is worth a picture, from the page before it. */
interface Shot {
  name: string;
  /** Address of the page, as behind the `#`. */
  at: string;
  prepare?: (page: Page) => Promise<unknown>;
}

/** Where the diagnosis has its summary. */
const SUMMARY = 3;

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Rows that are still asked for open nothing. */
const cell = (row: number) => (page: Page) =>
  page.getByRole('grid').and(page.locator('[aria-busy=false]')).getByRole('row').nth(row).click();

/** States of the sample engagement, which has been through its phases. */
const shots: Shot[] = [
  { name: 'overview', at: '/' },
  { name: 'scans-history', at: '/scans' },
  { name: 'scans-setup', at: '/scans?setup=accounts', prepare: setUp },
  { name: 'coverage', at: '/coverage' },
  { name: 'findings', at: '/findings' },
  { name: 'findings-grouped', at: '/findings?group=account', prepare: unfold },
  { name: 'findings-panel', at: '/findings', prepare: cell(2) },
  { name: 'resources', at: '/resources' },
  {
    name: 'resources-panel',
    at: `/resources?text=sftp-gateway&type=${JSON.stringify(['AWS::EC2::Instance'])}`,
    prepare: graph,
  },
  { name: 'checks', at: '/checks' },
  { name: 'checks-panel', at: '/checks?check=ebs-gp2-to-gp3' },
  { name: 'checks-preview', at: '/checks?check=ebs-gp2-to-gp3', prepare: switchOff },
  { name: 'checklists', at: '/checklists' },
  { name: 'checklists-interview', at: '/checklists?mode=interview' },
  { name: 'checklists-maturity', at: '/checklists?view=maturity' },
  { name: 'checklists-templates', at: '/checklists?view=templates' },
  { name: 'evidence', at: '/evidence' },
  {
    name: 'evidence-panel',
    at: '/evidence',
    prepare: (page) =>
      page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click(),
  },
  { name: 'inventory', at: '/inventory' },
  { name: 'inventory-panel', at: '/inventory', prepare: cell(1) },
  { name: 'inventory-diagram', at: '/inventory?view=diagram' },
  { name: 'findings-decide', at: '/findings', prepare: decide },
  { name: 'recommendations', at: '/recommendations' },
  { name: 'recommendations-panel', at: '/recommendations', prepare: cell(1) },
  { name: 'roadmap', at: '/roadmap' },
  { name: 'roadmap-timeline', at: '/roadmap?view=timeline' },
  { name: 'phases', at: '/phases' },
  { name: 'phases-timeline', at: '/phases?view=timeline' },
  { name: 'trail', at: '/trail' },
  { name: 'compare', at: '/compare' },
  { name: 'compare-savings', at: '/compare?part=savings' },
  { name: 'compare-answers', at: '/compare?part=answers' },
  { name: 'compare-findings', at: '/compare?part=findings', prepare: cell(2) },
  {
    name: 'compare-resources',
    at: `/compare?part=resources&resources=${JSON.stringify({ text: 'portal-db-staging', change: ['changed'] })}`,
    prepare: cell(1),
  },
  { name: 'reports', at: '/reports' },
  { name: 'reports-preview', at: '/reports', prepare: preview },
  ...['appearance', 'engagement', 'branding', 'aws', 'privacy', 'storage', 'licences', 'about'].map(
    (section) => ({
      name: `settings-${section}`,
      at: `/settings?section=${section}`,
    }),
  ),
  { name: 'palette', at: '/findings', prepare: search },
  { name: 'shortcuts', at: '/findings', prepare: shortcuts },
];

async function search(page: Page): Promise<void> {
  await closeDialog(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('portal', { delay: 20 });
  await page.getByRole('dialog').getByText('portal-db-staging').first().waitFor();
}

/** That of the picture before is open over this page. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function shortcuts(page: Page): Promise<void> {
  await closeDialog(page);
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
}

async function decide(page: Page): Promise<void> {
  await cell(2)(page);
  await press('Decide')(page);
  await page.getByRole('dialog', { name: /^Decide on/ }).waitFor();
}

async function unfold(page: Page): Promise<void> {
  const group = page.getByRole('treegrid').getByRole('row').nth(1);
  if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
}

async function setUp(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /sample:after/ }).check();
}

async function graph(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await page.getByRole('img', { name: /Neighbours of/ }).scrollIntoViewIfNeeded();
}

async function switchOff(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Check' });
  // In the second size what was begun in the first is there as a draft.
  const on = panel.getByRole('switch', { name: 'Switched on' });
  if (await on.isChecked()) await on.press('Space');
  await panel.getByRole('textbox', { name: /Why it is switched off/ }).fill('The client is leaving EBS.');
  await panel.getByText(/verdicts would change/).waitFor();
}

async function preview(page: Page): Promise<void> {
  await press('Make the preview')(page);
  await page
    .getByRole('region', { name: /^Page 1 of/ })
    .locator('[data-drawn="1"]')
    .waitFor({ timeout: 60_000 });
  const number = page.getByRole('textbox', { name: 'Page' });
  await number.fill(String(SUMMARY));
  await number.blur();
  await page
    .getByRole('region', { name: `Page ${SUMMARY} of` })
    .locator('[data-drawn]')
    .waitFor();
}

const awsConfig = `[sso-session northwind]
sso_start_url = https://northwind.awsapps.com/start
sso_region = eu-west-1

[profile acme-audit]
sso_session = northwind
sso_account_id = 111122223333
sso_role_name = FieldbookAudit
region = us-east-1

[profile acme-data]
role_arn = arn:aws:iam::444455556666:role/FieldbookAudit
source_profile = acme-audit
mfa_serial = arn:aws:iam::111122223333:mfa/ana.ruiz
region = us-east-1
`;

/** Pictures of every page and state, light and dark, in two sizes: `npm run screenshots`, or with names of shots. */
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const desk: Desk = await setUpDesk();
try {
  writeAwsFiles(desk.folder);
  mkdirSync(folder, { recursive: true });
  await photographStart(desk);
  await photographScan(desk);
  if (shots.some(({ name }) => isWanted(name))) {
    const { path } = await makeEngagement(desk.folder, {
      scanned: false,
      file,
      fill: theSample,
    });
    const fieldbook = await desk.launch({ engagement: path, passphrase });
    await fieldbook.page.getByRole('region', { name: 'Scores' }).waitFor();
    for (const shot of shots) if (isWanted(shot.name)) await take(fieldbook, shot);
    await fieldbook.close();
  }
} finally {
  await desk.clear();
}

/** Before an engagement is open: the doors, the wizard's steps, the passphrase of a file. */
async function photographStart(desk: Desk): Promise<void> {
  if (!['start', 'wizard', 'wizard-protection', 'open'].some(isWanted)) return;
  const { path } = await makeEngagement(desk.folder, { scanned: false, file });
  const { page, close } = await desk.launch();
  await page.getByRole('button', { name: 'New engagement' }).waitFor();
  await photograph(page, 'start', async () => {});
  await page.getByRole('button', { name: /^Acme Health/ }).click();
  await photograph(page, 'open', async () => {});
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New engagement' }).click();
  await page.getByLabel('Client', { exact: true }).fill('Northside Clinics');
  await page.getByLabel('Who does the work').fill('Northwind DevOps');
  await photograph(page, 'wizard', async () => {});
  for (let step = 1; step < 4; step++) await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill('plum window seldom thread');
  await page.getByText('Very good').waitFor();
  await photograph(page, 'wizard-protection', async () => {});
  await close();
  rmSync(path);
}

/** An engagement before its first scan, and while that is running. */
async function photographScan(desk: Desk): Promise<void> {
  const states = ['overview-empty', 'overview-under-way', 'scans-running'];
  for (const state of states.filter(isWanted)) {
    const { path } = await makeEngagement(desk.folder, { scanned: false, file });
    const { page, close } = await desk.launch({ engagement: path, passphrase });
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    if (state === 'overview-empty') await photograph(page, state, async () => {});
    else await photographRunning(page, state);
    await close();
    rmSync(path);
  }
}

async function photographRunning(page: Page, state: string): Promise<void> {
  // At the pace of AWS itself the sample is long enough to be looked at.
  await page.evaluate(() => {
    const scope = { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } };
    return window.fieldbook.call({ id: 'scan', method: 'scan.begin', args: { scope, pace: 'gentle' } });
  });
  await page.getByRole('region', { name: 'A scan is under way' }).waitFor();
  if (state === 'scans-running') await go(page, '/scans');
  await photograph(page, state, async () => {});
  // A window does not close over a scan, which may have come to its end by now.
  await page.evaluate(() => window.fieldbook.call({ id: 'pause', method: 'scan.pause', args: {} }));
  await page.getByRole('region', { name: /scan (is )?under way/i }).waitFor({ state: 'detached' });
}

/** Profiles as a consultant has them, so that the pages that show them have something to show. */
function writeAwsFiles(home: string): void {
  mkdirSync(join(home, '.aws'), { recursive: true });
  writeFileSync(join(home, '.aws', 'config'), awsConfig);
}

async function take({ page }: Fieldbook, { name, at, prepare }: Shot): Promise<void> {
  await photograph(page, name, async () => {
    // By way of another page, so that nothing of the last state stays.
    await go(page, at === '/' ? '/settings' : '/');
    await go(page, at);
    await prepare?.(page);
  });
  say(name);
}

async function go(page: Page, at: string): Promise<void> {
  await page.evaluate((at) => {
    window.location.hash = `#${at}`;
  }, at);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(250);
  await page.waitForFunction(() => !document.querySelector('main .mantine-Skeleton-root'));
}

async function photograph(page: Page, name: string, prepare: () => Promise<unknown>): Promise<void> {
  for (const [size, screen] of Object.entries(sizes)) {
    await page.setViewportSize(screen);
    await prepare();
    // What the pointer happens to rest on is not the state of the page.
    await page.mouse.move(560, 3);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Charts draw themselves anew in the other colours.
      await page.waitForTimeout(500);
      const path = join(folder, `${name}-${colorScheme}-${size}.png`);
      rmSync(path, { force: true });
      await page.screenshot({ path });
      // A quarter of the size, where the machine has the means.
      spawnSync('convert', [path, '+dither', '-colors', '256', '-define', 'png:compression-level=9', path]);
    }
  }
}
