import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { checkIntegrity, openStore } from '../../../src/engine/store/open.ts';
import { temporaryFolder } from '../../support/folder.ts';

const passphrase = 'correct horse';
const script = new URL('../../fixtures/scan-until-killed.ts', import.meta.url).pathname;

/** Runs the scan in a process of its own and kills it (-9) when it makes its n-th call. Gives the calls it made. */
async function scanUntil(
  path: string,
  step: 'start' | 'resume',
  killAt: number,
): Promise<{ calls: string[]; complete: boolean }> {
  const child = spawn(process.execPath, [script, path, passphrase, step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const calls: string[] = [];
  let complete = false;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'complete') complete = true;
    else calls.push(line);
    if (calls.length === killAt) child.kill('SIGKILL');
  }
  return { calls, complete };
}

test('killed at any moment, a scan loses the pages in flight at most and goes on from there', async () => {
  const path = join(temporaryFolder(), 'a.fieldbook');
  const runs = [await scanUntil(path, 'start', 7)];
  for (const killAt of [1, 16, 23, Number.POSITIVE_INFINITY])
    runs.push(await scanUntil(path, 'resume', killAt));
  expect(runs.map((run) => run.complete)).toEqual([false, false, false, false, true]);

  const store = openStore({ path, passphrase, mode: 'write' });
  expect(checkIntegrity(store.db)).toEqual([]);
  expect(store.db.prepare<{ n: number }>('SELECT count(*) AS n FROM snapshot_resource').get()!.n).toBe(
    2 * 40 * 25,
  );
  expect(
    store.db
      .prepare<{ n: number }>("SELECT count(*) AS n FROM task WHERE state = 'done' AND items = 1000")
      .get()!.n,
  ).toBe(2);
  store.close();

  // Each of the two regions may repeat the page that was under way, once for every kill; nothing else is read twice.
  const all = runs.flatMap((run) => run.calls);
  expect(new Set(all).size).toBe(80);
  expect(all.length - 80).toBeLessThanOrEqual(2 * 4 + 4);
}, 120_000);
