import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPdf } from '../src/engine/reports/draw.ts';
import type { DocumentDefinition } from '../src/engine/reports/layout/nodes.ts';
import { textsOf } from '../src/engine/texts.ts';
import { root, say } from './root.ts';

/** Widths in pixels: two pages of a report stand beside each other, a window stands alone. */
const PAGE_WIDTH = 700;
const WINDOW_WIDTH = 940;
const LARGEST_KIB = 200;

const pictures = join(root, 'docs', 'pictures');
const { t } = textsOf('en');

/** Pages of the diagnosis by the heading that they open with; page numbers move with every finding. */
const pages: Record<string, string | undefined> = {
  cover: undefined,
  summary: t('report.summary.title'),
  cost: t('findings.aspects.cost-optimization'),
  security: t('findings.aspects.security-compliance'),
  coverage: t('report.coverage.title'),
};

/** Photographs that the tests of the window leave behind (`npm run test:desktop`). */
const photographs: Record<string, string> = {
  'window-light': 'overview-light',
  'window-dark': 'overview-dark',
};

/** Makes the pictures of the documentation again: `npm run pictures`. Needs poppler's pdftotext and pdftoppm. */
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-pictures-'));
try {
  mkdirSync(pictures, { recursive: true });
  picturePages();
  for (const [name, photograph] of Object.entries(photographs)) await pictureWindow(name, photograph);
} finally {
  rmSync(folder, { recursive: true });
}

function picturePages(): void {
  run(process.execPath, ['src/cli/main.ts', 'demo', '-o', folder], { FIELDBOOK_HOME: folder });
  const pdf = join(folder, 'diagnosis.pdf');
  const texts = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  for (const [name, heading] of Object.entries(pages))
    picture(name, pdf, heading === undefined ? 1 : openingPage(texts, heading), PAGE_WIDTH);
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

/** By way of a page of its own, so that one tool makes every picture small. */
async function pictureWindow(name: string, photograph: string): Promise<void> {
  const source = join(root, 'test-results', 'desktop', `${photograph}.png`);
  if (!existsSync(source)) {
    say(`${name}.png stays as it is: there is no ${source} (npm run test:desktop).`);
    return;
  }
  const png = readFileSync(source);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const page = {
    pageSize: { width, height },
    pageMargins: 0,
    content: [{ image: `data:image/png;base64,${png.toString('base64')}`, width }],
  } as DocumentDefinition;
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, await drawPdf(page, () => {}));
  picture(name, pdf, 1, WINDOW_WIDTH);
}

function picture(name: string, pdf: string, page: number, width: number): void {
  const target = join(pictures, name);
  const size = ['-scale-to-x', `${width}`, '-scale-to-y', '-1'];
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
