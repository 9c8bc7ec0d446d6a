import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textsOf } from '../src/engine/texts.ts';
import { root, say } from './root.ts';

/** In pixels: two pages of a report stand beside each other. */
const PAGE_WIDTH = 700;
const LARGEST_KIB = 200;

const pictures = join(root, 'docs', 'pictures');
const { t } = textsOf('en');

/** Pages of the diagnosis by the heading that they open with; page numbers move with every finding. */
const pages: Record<string, string> = {
  summary: t('report.summary.title'),
  cost: t('findings.aspects.cost-optimization'),
  security: t('findings.aspects.security-compliance'),
  coverage: t('report.coverage.title'),
};

/** Makes the pictures of report pages again: `npm run pictures`. Needs poppler's pdftotext and pdftoppm. */
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-pictures-'));
try {
  mkdirSync(pictures, { recursive: true });
  picturePages();
} finally {
  rmSync(folder, { recursive: true });
}

function picturePages(): void {
  run(process.execPath, ['src/cli/main.ts', 'demo', '-o', folder], { FIELDBOOK_HOME: folder });
  const pdf = join(folder, 'diagnosis.pdf');
  const texts = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  for (const [name, heading] of Object.entries(pages)) picture(name, pdf, openingPage(texts, heading));
}

/** The page whose first line under the running header is the heading; the table of contents is not. */
function openingPage(texts: readonly string[], heading: string): number {
  const at = texts.findIndex((text) => {
    const [, first] = text.split('\n').filter((line) => line.trim() !== '');
    return first?.trim() === heading;
  });
  if (at < 0) throw new Error(`No page of the diagnosis opens with '${heading}'.`);
  return at + 1;
}

function picture(name: string, pdf: string, page: number): void {
  const target = join(pictures, name);
  const size = ['-scale-to-x', `${PAGE_WIDTH}`, '-scale-to-y', '-1'];
  run('pdftoppm', ['-f', `${page}`, '-l', `${page}`, '-singlefile', ...size, '-png', pdf, target]);
  const kib = Math.ceil(statSync(`${target}.png`).size / 1024);
  if (kib > LARGEST_KIB) throw new Error(`${target}.png has ${kib} KiB; ${LARGEST_KIB} are the most.`);
  say(`${name}.png: ${kib} KiB`);
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
}
