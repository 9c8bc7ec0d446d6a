import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { drawPdf } from '../../src/engine/reports/draw.ts';
import type { GivenRequest } from '../../src/engine/reports/messages.ts';
import { progress } from '../../src/engine/reports/progress/definition.ts';
import { prove } from '../../src/engine/reports/proof.ts';
import { recommendations } from '../../src/engine/reports/recommendations/definition.ts';
import { blockRef } from '../../src/engine/reports/recommendations/input.ts';
import { renderReport } from '../../src/engine/reports/render.ts';
import { textsOf } from '../../src/engine/texts.ts';
import { languages } from '../../src/shared/model/languages.ts';
import { emptyProgress, progressInput } from '../support/progress-input.ts';
import { emptyRecommendations, recommendationsInput } from '../support/recommendations-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bare = (text: string) => text.replace(/\s+/g, '');

/** What a reader's own tools find, without white space and without the furniture that stands between two pages. */
async function read(request: GivenRequest): Promise<string> {
  const { bytes } = await renderReport(request);
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  // The number of a list item is drawn after its first line.
  return bare(text.replace(/^\d+\.$/gm, ''))
    .replace(/Confiden(?:tial|cial)\d+\/\d+/g, '')
    .replace(/AcmeHealth—\p{L}+NorthwindDevOps/gu, '');
}

describe.each(languages)('in %s', (language) => {
  test('a recommendation report holds every action with all its words, and every finding concerned', async () => {
    const input = recommendationsInput({ language, findings: 120, actions: 8 });
    const text = await read({ kind: 'recommendations', input });
    expect(input.actions).toHaveLength(8);
    for (const { ref, words, acceptance, concerned, owner } of input.actions) {
      for (const said of [ref, words.title, words.problem, words.outcome, owner])
        expect(text).toContain(bare(said));
      for (const said of [...words.steps, ...words.risks, ...words.metrics])
        expect(text).toContain(bare(said));
      for (const one of acceptance) expect(text).toContain(bare(one.text));
      for (const finding of concerned) expect(text).toContain(finding.ref);
    }
    for (const { title, reason } of input.dismissed) expect(text).toContain(bare(title + reason));
  });

  test('one of proposals says that nothing was adopted', async () => {
    const input = recommendationsInput({ language, findings: 60, actions: 4, origin: 'proposed' });
    const text = await read({ kind: 'recommendations', input });
    expect(text).toContain(bare(textsOf(language).t('report-recommendations.summary.proposedOnly')));
  });

  test('a progress report lists every changed finding, and counts none as resolved that was not looked at', async () => {
    const input = progressInput({ language, findings: 90 });
    const text = await read({ kind: 'progress', input });
    for (const { finding } of input.changes) expect(text).toContain(finding.ref);
    for (const { title } of [...input.done, ...input.next]) expect(text).toContain(bare(title));
    for (const { name } of [...input.systems!.changes, ...input.systems!.open])
      expect(text).toContain(bare(name));
    const count = (change: string) => input.changes.filter((one) => one.change === change).length;
    const { t } = textsOf(language);
    expect(text).toContain(bare(t('report-progress.summary.resolved', { count: count('resolved') })));
    expect(text).toContain(bare(t('report-progress.summary.unseenText', { count: count('not-rechecked') })));
  });

  test('nothing at all makes short reports that say so', async () => {
    const { t } = textsOf(language);
    const advice = await read({ kind: 'recommendations', input: emptyRecommendations(language) });
    expect(advice).toContain(bare(t('report-recommendations.summary.noActions')));
    const gained = await read({ kind: 'progress', input: emptyProgress(language) });
    expect(gained).toContain(bare(t('report-progress.changes.none')));
    expect(advice + gained).not.toContain('NaN');
  });
});

test('the same input gives the same bytes', async () => {
  for (const make of [
    (): GivenRequest => ({
      kind: 'recommendations',
      input: recommendationsInput({ findings: 60, actions: 5 }),
    }),
    (): GivenRequest => ({ kind: 'progress', input: progressInput({ findings: 60 }) }),
  ]) {
    const [first, second] = [await renderReport(make()), await renderReport(make())];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  }
});

/** Draws a document in which one text is another. */
const drawn = (document: ReturnType<typeof progress.document>, change: (text: string) => string) => {
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const own = node as Record<string, unknown>;
    if (typeof own.text === 'string') own.text = change(own.text);
    for (const value of Object.values(own)) if (typeof value === 'object') walk(value);
  };
  walk(document.content);
  return drawPdf(document, () => {});
};

test('the proof notices that the block of an action is gone, though the roadmap still names it', async () => {
  const input = recommendationsInput({ findings: 60, actions: 5 });
  const ref = blockRef(input.actions[2]!.ref, input.actions);
  const pdf = await drawn(recommendations.document(input, textsOf('en')), (text) =>
    text === ref ? '–' : text,
  );
  const whole = await drawn(recommendations.document(input, textsOf('en')), (text) => text);
  expect(prove(whole, recommendations.identifiers(input))).toBeGreaterThan(10);
  expect(() => prove(pdf, recommendations.identifiers(input))).toThrow(
    expect.objectContaining({
      code: 'incomplete',
      details: { missing: { actions: { count: 1, first: [ref] } } },
    }),
  );
});

test('the proof notices that a changed finding is gone', async () => {
  const input = progressInput({ findings: 60 });
  const { ref } = input.changes[7]!.finding;
  const pdf = await drawn(progress.document(input, textsOf('en')), (text) => (text === ref ? '–' : text));
  expect(() => prove(pdf, progress.identifiers(input))).toThrow(
    expect.objectContaining({ details: { missing: { findings: { count: 1, first: [ref] } } } }),
  );
});

test('odd characters and endless words lose nothing', async () => {
  const input = recommendationsInput({ findings: 60, actions: 5 });
  const [first, second] = input.actions;
  first!.words = {
    ...first!.words,
    title: `病院 🏥 Ω ${'t'.repeat(300)}`,
    problem: Array.from({ length: 2500 }, (_, n) => `word${n}`).join(' '),
  };
  first!.words.steps = ['n'.repeat(3000)];
  second!.code = { cli: `aws ${'A'.repeat(9000)}`, terraform: 'line = "value"\n'.repeat(200) };
  second!.owner = 'o'.repeat(400);
  second!.acceptance[0]!.text = 'c'.repeat(700);
  const text = await read({ kind: 'recommendations', input });
  expect(text).toContain('‹U+75C5U+9662›‹U+1F3E5›Ω');
  expect(text).toContain('word2499');
  expect(text.match(/n{20,}/g)!.join('').length).toBeGreaterThanOrEqual(2990);
  expect(text.match(/c{20,}/g)!.join('').length).toBeGreaterThanOrEqual(690);
  expect(text.match(/line="value"/g)!.length).toBeGreaterThanOrEqual(200);
});
