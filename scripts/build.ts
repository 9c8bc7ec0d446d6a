import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLicences } from './licences.ts';
import { root, say } from './root.ts';

const stamp = join(root, 'out', 'built-from');

/** Everything that goes into the build. */
const inputs = [
  'src/**/*.*',
  'resources/{checklists,texts}/**/*.json',
  '*.vite.config.ts',
  'package-lock.json',
];

/** Builds main, preload, window and engine into out/. */
export async function build(): Promise<void> {
  const from = fingerprint();
  // Loaded here: whoever finds everything built does not wait for two bundlers.
  const [electronVite, vite, { checklistTemplates }] = await Promise.all([
    import('electron-vite'),
    import('vite'),
    import('../src/engine/checklists/templates.ts'),
  ]);
  // Throws on a template that names a check, an item or a reference that does not exist.
  checklistTemplates();
  await electronVite.build({ root, logLevel: 'warn' });
  await vite.build({ configFile: join(root, 'engine.vite.config.ts'), logLevel: 'warn' });
  writeLicences();
  writeFileSync(stamp, from);
}

/** Builds when something has changed since the last time. */
export async function buildIfStale(): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  say('Build: main, preload, window and engine …');
  await build();
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

if (import.meta.main) await build();
