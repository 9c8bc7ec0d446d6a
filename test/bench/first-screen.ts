import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/root.ts';

/**
 * Bytes of the scripts that the built page loads before it shows anything: its own, what they import at once, and the
 * larger of its languages.
 */
export function bytesOfFirstScreen(): number {
  const folder = join(root, 'out', 'renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, imported] of readFileSync(file, 'utf8').matchAll(
      /\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g,
    ))
      visit(join(dirname(file), imported!));
  };
  for (const [, source] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) visit(join(folder, source!));
  const languages = globSync(join(folder, 'assets', '{en,es}-*.js')).map((file) => statSync(file).size);
  return [...seen].reduce((sum, file) => sum + statSync(file).size, Math.max(...languages));
}
