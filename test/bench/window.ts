/**
 * The window's benchmarks of docs/performance.md: `npm run bench:window`. Prints medians with the machine; exits with 1
 * when a target is missed. FIELDBOOK_TOUR_MINUTES shortens the tour of ten minutes.
 */
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { root } from '../../scripts/root.ts';
import { makeEngagement } from '../desktop/support/engagement.ts';
import { type Desk, passphrase, setUpDesk } from '../desktop/support/fieldbook.ts';
import { launchByPort } from '../desktop/support/packed.ts';
import { emptyEngagement, fileIn, judgeLarge, PASSPHRASE, RESOURCES, scanLarge } from './estate.ts';
import { bytesOfFirstScreen } from './first-screen.ts';
import { type Line, median, quantile } from './measure.ts';
import * as window from './window-work.ts';

const MIB = 1024 * 1024;
const lines: Line[] = [];
const add = (what: string, measured: string, target: string, met: boolean) => {
  lines.push({ what, measured, target, met });
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (target ${target})`);
};
const ms = (value: number) => `${Math.round(value).toLocaleString('en-US')} ms`;
const all = (values: readonly number[]) => `${ms(median(values))} (${values.map(ms).join(', ')})`;

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / MIB / 1024)} GiB, Node ${process.version}\n`,
);

const desk = await setUpDesk();
try {
  const bytes = bytesOfFirstScreen();
  add(
    'JavaScript of the first screen, minified',
    `${Math.round(bytes / 1000)} kB`,
    'under 900 kB',
    bytes < 900_000,
  );

  const path = await makeLarge(desk);
  const small = await makeEngagement(desk.folder, { scanned: true });
  const asked = await startsUntil(desk, window.passphraseAsked, ['--engagement', small.path]);
  add('start to the first useful screen', all(asked), 'under 1.5 s', median(asked) < 1500);
  for (const [what, file, key] of [
    ['the sample estate', small.path, passphrase],
    [`${RESOURCES.toLocaleString('en-US')} resources`, path, PASSPHRASE],
  ] as const) {
    const known = await startsUntil(desk, window.overviewShown, ['--engagement', file], key);
    add(`start to the overview of ${what}, the passphrase at hand`, all(known), 'no target', true);
  }
  const { page, app } = await desk.launch({
    engagement: path,
    passphrase: PASSPHRASE,
    screen: window.SCREEN,
  });
  await window.overviewShown(page);

  const changes = await window.pageChanges(page, 3);
  add(
    'change of page',
    `${ms(median(changes))}, 95th percentile ${ms(quantile(changes, 0.95))}`,
    'under 100 ms',
    median(changes) < 100,
  );

  const keystrokes = await window.filterKeystrokes(page);
  add(
    `filter keystroke to rows among the findings of ${RESOURCES.toLocaleString('en-US')} resources`,
    all(keystrokes),
    'under 60 ms',
    median(keystrokes) < 60,
  );

  const frames = await window.framesWhileScanning(page, 3);
  add(
    'scroll of the grid while a scan is running',
    `${median(frames).toFixed(1)} frames a second (${frames.map((one) => one.toFixed(1)).join(', ')})`,
    '55 or more',
    median(frames) >= 55,
  );

  const minutes = Number(process.env.FIELDBOOK_TOUR_MINUTES ?? 10);
  const tour = await window.tour(app, page, minutes);
  add(
    `memory of the page after ${minutes} minutes of a tour, garbage collected`,
    `${Math.round(tour.last / MIB)} MiB, ${Math.round(tour.first / MIB)} MiB after its first fifth; ${Math.round(tour.standing / MIB)} MiB as it stood`,
    'under 250 MB and no growth',
    tour.last < 250_000_000 && tour.last < tour.first * 1.1,
  );
} finally {
  await desk.clear();
}

console.log(
  `\n| what | measured | target |\n|---|---|---|\n${lines.map((line) => `| ${line.what} | ${line.measured} | ${line.target} |`).join('\n')}`,
);
process.exitCode = lines.every((line) => line.met) ? 0 : 1;

/** Milliseconds of five starts, from the start of the process until the page shows something. */
async function startsUntil(
  { folder, electron, env }: Desk,
  shown: (page: Page) => Promise<void>,
  args: string[],
  passphrase?: string,
): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    const { app, page } = await launchByPort(
      electron,
      [
        join(root, 'out', 'main', 'index.cjs'),
        '--no-sandbox',
        `--user-data-dir=${join(folder, 'starts')}`,
        ...args,
      ],
      { env: { ...env, ...(passphrase !== undefined && { FIELDBOOK_PASSPHRASE: passphrase }) } },
    );
    await shown(page);
    taken.push(performance.now() - started);
    await app.close();
  }
  return taken;
}

/** An engagement with the generated estate in it, scanned and judged. */
async function makeLarge({ folder }: Desk): Promise<string> {
  const path = fileIn(folder);
  const session = emptyEngagement(path);
  try {
    await scanLarge(session.store, 0);
    await judgeLarge(session, 1);
  } finally {
    session.close();
  }
  return path;
}
