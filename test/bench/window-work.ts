import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from 'playwright';
import { median } from './measure.ts';

export const SCREEN = { width: 1440, height: 900 };

/** The file is named and its passphrase can be typed. */
export const passphraseAsked = (page: Page): Promise<void> =>
  page.locator('input[type=password]:focus').waitFor();

/** The overview with its numbers: a consultant can begin to read. */
export const overviewShown = (page: Page): Promise<void> =>
  page.getByRole('region', { name: 'Scores' }).waitFor();

const PAGES = ['Scans', 'Coverage', 'Findings', 'Resources', 'Checks', 'Compare', 'Reports', 'Overview'];

/**
 * Milliseconds from the click on a page's name until its title is drawn and nothing of it is a skeleton any more.
 * Measured in the page itself, so that the driver's own way is no part of it.
 */
export async function pageChanges(page: Page, rounds: number): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const name of PAGES) {
      const one = await page.evaluate(
        (name) =>
          new Promise<number>((resolve, reject) => {
            const link = [...document.querySelectorAll<HTMLElement>('nav a')].find((each) =>
              each.textContent?.startsWith(name),
            );
            if (!link) return reject(new Error(`no link to ${name}`));
            const started = performance.now();
            const look = () => {
              const there =
                document.querySelector('main h1')?.textContent === name &&
                !document.querySelector('main .mantine-Skeleton-root');
              if (there) resolve(performance.now() - started);
              else if (performance.now() - started > 60_000) reject(new Error(`${name} did not come`));
              else requestAnimationFrame(look);
            };
            link.click();
            requestAnimationFrame(look);
          }),
        name,
      );
      // The first round loads each page's code.
      if (round > 0) taken.push(one);
      await page.waitForTimeout(150);
    }
  return taken;
}

/**
 * Milliseconds from the key that puts a text into the filter of the findings, or takes it out, until the rows that match
 * are drawn.
 */
export async function filterKeystrokes(page: Page): Promise<number[]> {
  await page.getByRole('link', { name: /^Findings/ }).click();
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(1).waitFor();
  const filter = page.getByRole('textbox', { name: 'Filter findings' });
  const taken: number[] = [];
  for (const text of ['vol', 'bucket', 'role', 'subnet', 'prod']) {
    await filter.click();
    await page.keyboard.type(text);
    await page.getByRole('option').first().waitFor();
    taken.push(await keyToRows(page, 'Enter'), await keyToRows(page, 'Backspace'));
  }
  return taken;
}

async function keyToRows(page: Page, key: string): Promise<number> {
  const drawn = page.evaluate(() => {
    const grid = document.querySelector('[role=grid]')!;
    const before = grid.getAttribute('aria-rowcount');
    return new Promise<number>((resolve, reject) => {
      let pressed = Number.NaN;
      addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
      const begun = performance.now();
      const look = () => {
        const count = Number(grid.getAttribute('aria-rowcount'));
        const changed = count > 0 && String(count) !== before;
        if (changed && !grid.querySelector('.mantine-Skeleton-root')) resolve(performance.now() - pressed);
        else if (performance.now() - begun > 5_000) reject(new Error('The rows did not change.'));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  // The page is looking before the key comes.
  await page.waitForTimeout(50);
  await page.keyboard.press(key);
  return drawn;
}

/**
 * Frames a second while the grid of findings is scrolled by its wheel, with a scan running beside it: of the sample
 * estate, at the pace at which AWS would answer it, and again as soon as it is through.
 */
export async function framesWhileScanning(page: Page, runs: number): Promise<number[]> {
  const call = (method: string, args: object) =>
    page.evaluate((request) => window.fieldbook.call(request as never), {
      id: `bench-${crypto.randomUUID()}`,
      method,
      args,
    }) as Promise<{ ok: boolean }>;
  const scope = { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } };
  const scan = async () => {
    const begun = await call('scan.begin', { scope, pace: 'gentle' });
    if (!begun.ok) throw new Error(`No scan could be begun: ${JSON.stringify(begun)}`);
    await call('scan.wait', {});
  };
  // The large snapshot stays the one that is shown when there are newer ones.
  await scan();
  await page.getByRole('button', { name: /^Snapshot shown/ }).click();
  await page.getByRole('menuitem').nth(1).click();
  await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  let over = false;
  const scanning = (async () => {
    while (!over) await scan();
  })();
  const frames: number[] = [];
  for (let run = 0; run < runs; run++) {
    frames.push(await framesOfScroll(page));
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 0 }));
    await page.waitForTimeout(500);
  }
  over = true;
  await scanning;
  return frames;
}

/** As a hand does it: 24 notches of a wheel a second, for four seconds. */
export async function framesOfScroll(page: Page): Promise<number> {
  const grid = page.getByRole('grid');
  const box = (await grid.boundingBox())!;
  const cdp = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const seen = Object.assign(window, { frames_: 0, begun_: performance.now(), scrolling_: true });
    const step = () => {
      seen.frames_++;
      if (seen.scrolling_) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await cdp.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -9_600,
    speed: 2_400,
    gestureSourceType: 'mouse',
  });
  const frames = await page.evaluate(() => {
    const seen = window as unknown as { frames_: number; begun_: number; scrolling_: boolean };
    seen.scrolling_ = false;
    return (seen.frames_ / (performance.now() - seen.begun_)) * 1000;
  });
  const scrolled = await grid.evaluate((grid) => grid.scrollTop);
  if (scrolled < 9_000) throw new Error(`The grid was scrolled by ${scrolled} pixels only.`);
  await cdp.detach();
  return frames;
}

/**
 * Bytes of the page's process on the way through all pages, again and again: after the first fifth and at the end, when
 * garbage was collected, and at the end as it stood before that.
 */
export async function tour(
  app: ElectronApplication,
  page: Page,
  minutes: number,
): Promise<{ first: number; last: number; standing: number }> {
  const until = Date.now() + minutes * 60_000;
  const cdp = await page.context().newCDPSession(page);
  const seen: number[] = [];
  let standing = 0;
  while (Date.now() < until || seen.length < 5) {
    await pageChanges(page, 1);
    await page.getByRole('link', { name: /^Findings/ }).click();
    await page.getByRole('grid').hover();
    for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 1500);
    standing = await bytesOfPage(app);
    await cdp.send('HeapProfiler.collectGarbage');
    seen.push(await bytesOfPage(app));
  }
  await cdp.detach();
  const fifth = Math.max(1, Math.floor(seen.length / 5));
  return { first: median(seen.slice(0, fifth)), last: median(seen.slice(-fifth)), standing };
}

/**
 * Memory of the process that draws the window: what it has for itself, and its share of what it has in common with
 * other processes (`Pss`), so that the pages of the program itself are not counted once for each of them.
 */
async function bytesOfPage(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  const [, kib] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))!;
  return Number(kib) * 1024;
}
