import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reasonOf } from '../../src/engine/reports/common/words.ts';
import { diagnosis } from '../../src/engine/reports/diagnosis/definition.ts';
import { diagnosisDocument } from '../../src/engine/reports/diagnosis/document.ts';
import { editionOf } from '../../src/engine/reports/diagnosis/edition.ts';
import type { DiagnosisInput } from '../../src/engine/reports/diagnosis/input.ts';
import { drawPdf } from '../../src/engine/reports/draw.ts';
import { pdfText } from '../../src/engine/reports/pdf-text.ts';
import { produceReport } from '../../src/engine/reports/produce.ts';
import { prove } from '../../src/engine/reports/proof.ts';
import { renderReport } from '../../src/engine/reports/render.ts';
import { textsOf } from '../../src/engine/texts.ts';
import { languages } from '../../src/shared/model/languages.ts';
import { diagnosisInput, emptyInput } from '../support/diagnosis-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a tool of poppler-utils over a PDF. */
function poppler(tool: string, pdf: Uint8Array, ...args: string[]): string {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  return execFileSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

/** What a reader's own tools find, without white space. */
const found = (pdf: Uint8Array) => poppler('pdftotext', pdf, '-raw').replace(/\s+/g, '');
const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(languages)('a diagnosis in %s', (language) => {
  const input = diagnosisInput({ findings: 300, language });
  const edition = editionOf(input, textsOf(language));
  let pdf: Uint8Array;
  let pages: number;
  let text: string;
  beforeAll(async () => {
    ({ bytes: pdf, pages } = await renderReport({ kind: 'diagnosis', input }));
    text = found(pdf);
  });

  test('holds every finding with its reason, and every resource, as another reader sees it', () => {
    for (const finding of input.findings) {
      expect(text).toContain(finding.ref);
      expect(text).toContain(bare(reasonOf(finding, edition)));
    }
    for (const resource of input.resources) expect(text).toContain(bare(resource.arn));
  });

  test('says as many pages as it has', () => {
    expect(poppler('pdfinfo', pdf)).toMatch(new RegExp(`Pages: +${pages}\\n`));
    expect(pdfText(pdf)).toHaveLength(pages);
    expect(text).toContain(bare(`${pages} / ${pages}`));
  });

  test('carries its title, its language and the date of its snapshot', () => {
    const info = poppler('pdfinfo', pdf, '-isodates');
    expect(info).toContain(edition.say('document.of', { client: 'Acme Health' }));
    expect(info).toContain('Author:          Northwind DevOps');
    expect(info).toContain('CreationDate:    2026-11-14T08:41:55Z');
    expect(info).toMatch(/Tagged: +no/);
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
  });

  test('has a bookmark for every chapter and for every check that found something', () => {
    const raw = Buffer.from(pdf).toString('latin1');
    const outlines = raw.match(/\/Title \(/g)!;
    const failing = edition.checks.filter((view) => view.fails.length > 0).length;
    // Nine chapters, those on maturity and on systems outside AWS among them, and eight aspects.
    expect(outlines).toHaveLength(9 + 8 + failing);
  });

  test('names money with its currency, its date and its basis', () => {
    expect(text).toContain(bare(edition.money(input.savings.counted)));
    expect(text).toContain(bare(edition.say('money.basis', { date: edition.date('2026-11-01') })));
    expect(text).toContain(bare(edition.say('money.disclaimer')));
  });

  test('names what could not be seen, why, and the permission that would mend it', () => {
    for (const gap of input.gaps) {
      expect(text).toContain(gap.read);
      if (gap.permission) expect(text).toContain(gap.permission);
      if (gap.message) expect(text).toContain(bare(gap.message));
    }
    expect(text).toContain(bare(input.snapshot.accounts.find((account) => account.refused)!.refused!));
  });

  test('never claims compliance', () => {
    expect(text).not.toMatch(/HIPAA-?compliant|cumpleconHIPAA/i);
    expect(text).toMatch(language === 'en' ? /evidenceforHIPAA/ : /evidenciaparaHIPAA/);
  });

  test('sets no text in a font that is not in it', () => {
    const fonts = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts)
      expect(font).toMatch(/(Inter|JetBrains).*CID TrueType +Identity-H +yes yes yes/);
  });
});

test('the same input gives the same bytes', async () => {
  const [first, second] = [
    await renderReport({ kind: 'diagnosis', input: diagnosisInput({ findings: 120 }) }),
    await renderReport({ kind: 'diagnosis', input: diagnosisInput({ findings: 120 }) }),
  ];
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  // And a second time in the same thread, where pdfmake and ECharts have counted on.
  const here = await produceReport('diagnosis', diagnosisInput({ findings: 120 }), () => {});
  const again = await produceReport('diagnosis', diagnosisInput({ findings: 120 }), () => {});
  expect(Buffer.compare(here.bytes, first.bytes)).toBe(0);
  expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
});

test.each(languages)(
  'an estate of which nothing was read makes a short report in %s that says so',
  async (language) => {
    const { bytes, pages } = await renderReport({ kind: 'diagnosis', input: emptyInput(language) });
    const { say } = editionOf(emptyInput(language), textsOf(language));
    const text = found(bytes);
    expect(pages).toBeLessThan(25);
    for (const key of [
      'summary.nothingRead',
      'coverage.nothing',
      'money.none',
      'appendix.noFindings',
      'score.none',
    ])
      expect(text).toContain(bare(say(key)));
    expect(text).not.toContain('NaN');
  },
);

test('an estate in which all is well has no list of what to do first', async () => {
  const input = diagnosisInput({ findings: 0 });
  const complete: DiagnosisInput = {
    ...input,
    snapshot: {
      ...input.snapshot,
      accounts: input.snapshot.accounts.filter((account) => account.refused === null),
      reads: { planned: 4991, ok: 4991 },
    },
    gaps: [],
  };
  const { say } = editionOf(complete, textsOf('en'));
  const text = found((await renderReport({ kind: 'diagnosis', input: complete })).bytes);
  expect(text).toContain(bare(say('summary.nothingFails')));
  expect(text).toContain(bare(say('coverage.whole', { count: 4991 })));
  expect(text).not.toContain(bare(say('summary.first')));
});

test('odd characters, endless names and reasons longer than a page lose nothing', async () => {
  const input = diagnosisInput({ findings: 40 });
  const change = (index: number, resource: Partial<(typeof input.findings)[0]['resource']>) => {
    const finding = input.findings[index]!;
    finding.resource = { ...finding.resource, ...resource };
    input.resources.push(finding.resource);
  };
  change(0, { name: '病院 🏥 קובץ', arn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:アラーム' });
  change(1, { name: 'n'.repeat(256), arn: `arn:aws:x:us-east-1:1:${'y'.repeat(2000)}` });
  change(2, { name: 'e\u0301 \u202etxt.exe\u202c', arn: 'arn:aws:s3:::a--b::c->d/www' });
  change(3, { name: '', arn: 'arn:aws:s3:::prefix' });
  change(4, { arn: 'arn:aws:s3:::prefix-and-more' });
  const long = input.findings[5]!;
  long.checkId = 'ebs-gp2-to-gp3';
  long.verdict = {
    status: 'fail',
    reason: 'not-gp2',
    parameters: { type: Array.from({ length: 3000 }, (_, word) => `word${word}`).join(' ') },
  };
  long.fix = { cli: `aws ${'A'.repeat(20_000)}`, terraform: 'line = "value"\n'.repeat(200) };
  const foreign = input.findings[6]!;
  foreign.checkId = 'ebs-gp2-to-gp3';
  foreign.verdict = { status: 'fail', reason: 'not-gp2', parameters: { type: '病'.repeat(1500) } };
  input.engagement.scope = `${'範'.repeat(900)}\n${'囲 '.repeat(900)}`;
  input.snapshot.accounts.push(
    ...Array.from({ length: 900 }, (_, n) => ({
      id: String(n).padStart(12, '0'),
      name: `member-account-${n}`,
      regions: [],
      refused: 'AccessDenied',
    })),
  );
  input.engagement.client =
    'The Association of Hospitals, Laboratories and Imaging Centres of the Provinces '.repeat(2);
  const { bytes } = await renderReport({ kind: 'diagnosis', input });
  const text = found(bytes);
  expect(text).toContain('‹U+75C5U+9662›‹U+1F3E5›');
  expect(text).toContain('alarm:‹U+30A2U+30E9U+30FCU+30E0›');
  expect(text).toContain('y'.repeat(2000));
  expect(text).toContain('é‹U+202E›txt.exe‹U+202C›');
  expect(text).toContain('arn:aws:s3:::a--b::c->d/www');
  expect(text).toContain('word0word1');
  expect(text).toContain('word2999');
  expect(text.match(/U\+75C5/g)!.length).toBeGreaterThanOrEqual(2 * 1500);
  expect(text.match(/U\+7BC4/g)).toHaveLength(900);
  expect(text.match(/U\+56F2/g)).toHaveLength(900);
  expect(text).toContain('901accountscouldnotbeentered');
});

test('logos of both kinds are drawn', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const input = emptyInput();
  input.branding = {
    name: null,
    titleFont: 'inter',
    footer: '',
    accent: '#7a1f5c',
    consultantLogo: `data:image/png;base64,${png}`,
    clientLogo:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>',
  };
  const { bytes } = await renderReport({ kind: 'diagnosis', input });
  expect(poppler('pdfimages', bytes, '-list').trim().split('\n')).toHaveLength(2 + 2);
  // Where a logo stands, the name is not set in type; it is still in the header of each page.
  expect(poppler('pdftotext', bytes, '-l', '1')).not.toContain('Northwind DevOps');
});

describe('the proof', () => {
  const input = diagnosisInput({ findings: 60 });
  const identifiers = diagnosis.identifiers(input);
  const draw = (change: (text: string) => string) => {
    const document = diagnosisDocument(input, textsOf('en'));
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const own = node as Record<string, unknown>;
      if (typeof own.text === 'string') own.text = change(own.text);
      for (const value of Object.values(own)) if (typeof value === 'object') walk(value);
    };
    walk(document.content);
    return drawPdf(document, () => {});
  };

  test('passes when all is there', async () => {
    expect(prove(await draw((text) => text), identifiers)).toBeGreaterThan(20);
  });

  test('notices a finding that was dropped on purpose, and names it', async () => {
    const { ref } = input.findings[17]!;
    const pdf = await draw((text) => (text === ref ? '–' : text));
    expect(() => prove(pdf, identifiers)).toThrow(
      expect.objectContaining({
        code: 'incomplete',
        details: { missing: { findings: { count: 1, first: [ref] } } },
      }),
    );
  });

  test('notices one wrong character in one reference', async () => {
    const { ref } = input.findings[3]!;
    const pdf = await draw((text) => (text === ref ? `${ref.slice(0, -1)}_` : text));
    expect(() => prove(pdf, identifiers)).toThrow(expect.objectContaining({ code: 'incomplete' }));
  });
});

test('what blocks in pre-flight makes no PDF and says what it was', async () => {
  const input = emptyInput();
  input.branding.clientLogo = 'data:image/webp;base64,UklGRgAAAABXRUJQ';
  await expect(renderReport({ kind: 'diagnosis', input })).rejects.toMatchObject({
    code: 'not-printable',
    details: { problems: [{ code: 'logo-format', where: 'branding.clientLogo', blocks: true }] },
  });
});

test('cancelling ends the work at once, in the middle of it', async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  let stoppedAt = 0;
  const report = renderReport(
    { kind: 'diagnosis', input: diagnosisInput({ findings: 3000 }) },
    {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        seen.push(phase);
        if (phase !== 'layout') return;
        stoppedAt = performance.now();
        stop.abort();
      },
    },
  );
  await expect(report).rejects.toMatchObject({ code: 'cancelled' });
  expect(performance.now() - stoppedAt).toBeLessThan(1000);
  expect(seen).toContain('layout');
  expect(seen).not.toContain('draw');
  await expect(
    renderReport({ kind: 'diagnosis', input: emptyInput() }, { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ code: 'cancelled' });
});

test('a report that needs more memory than it may have says so and takes nobody with it', async () => {
  await expect(
    renderReport({ kind: 'diagnosis', input: diagnosisInput({ findings: 3000 }) }, { memoryMb: 90 }),
  ).rejects.toMatchObject({ code: 'out-of-memory' });
});

test('five thousand findings are laid out, drawn and proved, with progress, while the thread stays free', async () => {
  const input = diagnosisInput({ findings: 5000 });
  const phases: string[] = [];
  const shares: number[] = [];
  let lag = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    lag = Math.max(lag, performance.now() - last - 20);
    last = performance.now();
  }, 20);
  const { bytes, pages } = await renderReport(
    { kind: 'diagnosis', input },
    {
      onProgress: ({ phase, share }) => {
        if (phases.at(-1) !== phase) phases.push(phase);
        if (share !== null) shares.push(share);
      },
    },
  );
  clearInterval(clock);
  expect(pages).toBeGreaterThan(500);
  expect(phases).toEqual(['charts', 'layout', 'draw', 'proof']);
  expect(shares.length).toBeLessThanOrEqual(101);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(lag).toBeLessThan(2000);
  const text = found(bytes);
  for (const { ref } of input.findings) expect(text.includes(ref)).toBe(true);
}, 180_000);
