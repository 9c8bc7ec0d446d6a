/** Drives the program that `npm run pack` made last, as a person who installed it would start it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './root.ts';

const folder = process.env.FIELDBOOK_PACKED ?? 'dist/linux-unpacked';
if (!existsSync(join(root, folder))) {
  say(`There is no ${folder}: run \`npm run pack\` first.`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'packed'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FIELDBOOK_PACKED: folder } },
);
process.exit(status ?? 1);
