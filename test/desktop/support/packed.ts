import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { chromium, type ElectronApplication, type Page } from 'playwright';

/** Whoever that is on this system: a packed program refuses to run without a sandbox, and root has none. */
const NOBODY = 65_534;

/** Starts a packed program. */
export async function launchPacked(
  executable: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ app: ElectronApplication; page: Page }> {
  const asRoot = process.getuid?.() === 0;
  if (asRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, env.HOME!]);
  return launchByPort(executable, args, { env, ...(asRoot && { uid: NOBODY, gid: NOBODY }) });
}

/**
 * Starts a program of which the page alone is driven, through Chromium's own port: the fuses of a packed one refuse
 * Node's inspector, by which Playwright otherwise drives Electron, and waiting for the inspector makes a start slower.
 */
export async function launchByPort(
  executable: string,
  args: string[],
  how: { env: Record<string, string>; uid?: number; gid?: number },
): Promise<{ app: ElectronApplication; page: Page }> {
  const child = spawn(executable, [...args, '--disable-gpu', '--remote-debugging-port=0'], {
    ...how,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]!);
    });
    void ended.then(([code]) => reject(new Error(`It ended with ${code}:\n${said.join('\n')}`)));
  });
  await until(() => hasPage(address));
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await browser.close();
  };
  const app = new Proxy({ close } as unknown as ElectronApplication, {
    get(target, name) {
      if (name === 'close') return target.close;
      throw new Error(`There is no '${String(name)}' here: only the page is driven.`);
    },
  });
  return { app, page };
}

/** Playwright now and then waits for ever for a page that comes while it connects. */
async function hasPage(address: string): Promise<boolean> {
  const list = await fetch(`http://${new URL(address).host}/json/list`);
  return ((await list.json()) as { type: string }[]).some(({ type }) => type === 'page');
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('No window came within 30 seconds.');
    await setTimeout(10);
  }
}
