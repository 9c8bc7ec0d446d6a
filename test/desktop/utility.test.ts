import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unseen } from '../../scripts/electron/switches.ts';
import { info } from '../support/stub-engine.ts';
import { type Desk, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk?.clear());

/** What ships runs the engine as a utilityProcess; the Electron of the tests may be too old for the database there. */
test('an engine in a utilityProcess answers, tells, is cancelled and is missed when it dies', async () => {
  const out = join(desk.folder, 'utility');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node18',
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          main: join(import.meta.dirname, 'utility', 'main.ts'),
          engine: join(import.meta.dirname, 'utility', 'engine.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  const { stdout } = await promisify(execFile)(
    desk.electron,
    [join(out, 'main.cjs'), ...unseen, `--user-data-dir=${join(desk.folder, 'user-data')}`, `--out=${out}`],
    { env: desk.env, timeout: 30_000 },
  );
  const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)![1]!) as unknown;
  expect(result).toEqual({
    own: true,
    info,
    event: { what: 'snapshot' },
    cancelled: 'cancelled',
    lost: 'engine-lost',
    logged: ['the stub speaks'],
  });
});
