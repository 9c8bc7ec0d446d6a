import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { buildIfStale } from '../../../scripts/build.ts';
import { type Display, openDisplay } from '../../../scripts/electron/display.ts';
import { findElectron } from '../../../scripts/electron/find.ts';
import { unseen } from '../../../scripts/electron/switches.ts';
import { root } from '../../../scripts/root.ts';
import { launchPacked } from './packed.ts';

export const passphrase = 'correct horse battery staple';

export interface Fieldbook {
  /** Main's inside; a packed program does not show it. */
  app: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

export interface Desk {
  /** A folder of this test alone; the workspace is in it. */
  folder: string;
  /** Environment for Electron: a screen, the folder as home, and nothing of AWS. */
  env: Record<string, string>;
  electron: string;
  /** Opens the built program, and again if a test wants two. */
  launch(options?: {
    engagement?: string;
    passphrase?: string;
    screen?: Partial<Screen>;
  }): Promise<Fieldbook>;
  /** Starts the built program once more beside one that is open, as a double-click does; its exit code, once it has given way. */
  startAgain(...args: string[]): Promise<number>;
  /** A path as the window writes it: the folder is the home of whoever sits at the desk. */
  written(path: string): string;
  clear(): Promise<void>;
}

interface Screen {
  width: number;
  height: number;
}

/** The folder of a packed program; given, the tests drive that one instead of the build. */
const packed = process.env.FIELDBOOK_PACKED;

const main = join(root, 'out', 'main', 'index.cjs');

/** Everything that a test of the window needs; found, built and started on first use. */
export async function setUpDesk(): Promise<Desk> {
  const executable = packed ? join(root, packed, 'fieldbook') : findElectron(() => {}).executable;
  if (!packed) await buildIfStale();
  const display: Display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-desktop-'));
  const open = new Set<Fieldbook>();
  const env = {
    PATH: process.env.PATH ?? '',
    DISPLAY: display.name,
    HOME: folder,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    FIELDBOOK_HOME: folder,
  };
  return {
    folder,
    env,
    electron: executable,
    async launch({ engagement, passphrase, screen } = {}) {
      const args = [
        `--user-data-dir=${join(folder, 'user-data')}`,
        ...(engagement ? ['--engagement', engagement] : []),
      ];
      const given = { ...env, ...(passphrase !== undefined && { FIELDBOOK_PASSPHRASE: passphrase }) };
      const { app, page } = packed
        ? await launchPacked(executable, args, given)
        : await launchBuilt(executable, args, given);
      await page.setViewportSize({ width: 1360, height: 880, ...screen });
      const one: Fieldbook = {
        app,
        page,
        async close() {
          open.delete(one);
          await saveNothing(page);
          await app.close();
        },
      };
      open.add(one);
      return one;
    },
    async startAgain(...more) {
      const args = [main, ...unseen, `--user-data-dir=${join(folder, 'user-data')}`, ...more];
      const [code] = await once(spawn(executable, args, { env, cwd: folder, stdio: 'ignore' }), 'exit');
      return code;
    },
    written: (path) => path.replace(folder, '~'),
    async clear() {
      for (const one of open) await one.close();
      display.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test may end with a half-typed form, over which the window would ask before it closes. */
const saveNothing = (page: Page): Promise<unknown> =>
  page
    .evaluate(() =>
      window.fieldbook.call({
        id: crypto.randomUUID(),
        method: 'desktop.setUnsaved',
        args: { unsaved: false },
      }),
    )
    .catch(() => undefined);

async function launchBuilt(executablePath: string, args: string[], env: Record<string, string>) {
  const hold = join(root, 'test', 'desktop', 'support', 'hold.cjs');
  const app = await _electron.launch({
    executablePath,
    args: ['-r', hold, main, ...unseen, ...args],
    env,
  });
  return { app, page: await app.firstWindow() };
}

/** Drops a file of this machine in the middle of the page, as the system does it. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await session.detach();
}

/** Pictures for a person to look at, in either colour scheme. */
export async function photograph(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // A chart draws itself anew in the other colours.
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(root, 'test-results', 'desktop', `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
