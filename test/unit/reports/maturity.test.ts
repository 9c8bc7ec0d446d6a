import { expect, test } from 'vitest';
import { diagnosisDocument } from '../../../src/engine/reports/diagnosis/document.ts';
import { progressDocument } from '../../../src/engine/reports/progress/document.ts';
import { recommendationsDocument } from '../../../src/engine/reports/recommendations/document.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { diagnosisInput } from '../../support/diagnosis-input.ts';
import { progressInput } from '../../support/progress-input.ts';
import { recommendationsInput } from '../../support/recommendations-input.ts';

interface Loose {
  [key: string]: unknown;
}

/** Every node of a document that holds something. */
function* nodesOf(node: unknown): Generator<Loose> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Loose;
  for (const part of Object.values(node)) yield* nodesOf(part);
}

const kinds = [
  {
    kind: 'diagnosis',
    of: (language: 'en' | 'es', change: object = {}) =>
      diagnosisDocument({ ...diagnosisInput({ findings: 20, language }), ...change }, textsOf(language)),
  },
  {
    kind: 'recommendations',
    of: (language: 'en' | 'es', change: object = {}) =>
      recommendationsDocument(
        { ...recommendationsInput({ findings: 20, actions: 3, language }), ...change },
        textsOf(language),
      ),
  },
];

for (const { kind, of } of kinds) {
  test.each(languages)(
    `${kind}: maturity by stage, aspect and principle, with targets, in %s`,
    (language) => {
      const { t } = textsOf(language);
      const nodes = [...nodesOf(of(language).content)];
      const texts = nodes.map(({ text }) => text);
      for (const said of [
        t('report.maturity.computedText'),
        t('report.maturity.heatNote'),
        t('report.maturity.radar'),
        t('checklists.stages.deploy'),
        t('checklists.principles.automation'),
        t('report.maturity.of', { answered: 2, asked: 4 }),
      ])
        expect(texts).toContain(said);
      expect(nodes.filter(({ id }) => id === 'maturity')).toHaveLength(1);
      expect(nodes.filter(({ linkToDestination }) => linkToDestination === 'maturity')).not.toHaveLength(0);
    },
  );

  test(`${kind}: where nobody answered, nothing is said of maturity`, () => {
    const nodes = [...nodesOf(of('en', { maturity: null }).content)];
    expect(nodes.filter(({ id, pageReference }) => (id ?? pageReference) === 'maturity')).toEqual([]);
    expect(nodes.map(({ text }) => text)).not.toContain('Maturity');
  });
}

const cells = (change: object = {}) =>
  [...nodesOf(diagnosisDocument({ ...diagnosisInput({ findings: 20 }), ...change }, textsOf('en')).content)]
    .filter(({ fillColor }) => typeof fillColor === 'string')
    .map(({ text, fillColor }) => ({ text: String(text), fill: String(fillColor) }));

test('a cell of the heat map says its level in a figure as well as by its ground', () => {
  const all = cells();
  expect(all.length).toBeGreaterThan(8);
  for (const { text } of all) expect(text).toMatch(/^[0-4]\.\d$/);
  const fillOf = (level: string) => all.find(({ text }) => text === level)!.fill;
  const levels = [...new Set(all.map(({ text }) => text))].sort();
  expect(fillOf(levels[0]!)).not.toBe(fillOf(levels.at(-1)!));
});

test('the targets are dashes in the circle of stages, and there are none where nothing was agreed', () => {
  const { maturity } = diagnosisInput({ findings: 20 });
  const dashed = (change: object) =>
    [...nodesOf(diagnosisDocument({ ...diagnosisInput({ findings: 20 }), ...change }, textsOf('en')).content)]
      .filter(({ svg }) => typeof svg === 'string' && svg.includes('Deploy'))
      .map(({ svg }) => (svg as string).includes('stroke-dasharray'));
  expect(dashed({})).toEqual([true]);
  const aimless = maturity!.values.map((one) => ({ ...one, target: null }));
  expect(dashed({ maturity: { ...maturity, values: aimless } })).toEqual([false]);
});

test('aspects have a circle only where any was answered', () => {
  const { maturity } = diagnosisInput({ findings: 20 });
  const circles = (change: object) =>
    [...nodesOf(diagnosisDocument({ ...diagnosisInput({ findings: 20 }), ...change }, textsOf('en')).content)]
      .map(({ text }) => text)
      .filter((text) => text === 'By stage' || text === 'By aspect');
  expect(circles({})).toEqual(['By stage', 'By aspect']);
  const values = maturity!.values.map((one) =>
    one.dimension === 'aspect' ? { ...one, score: null, answered: 0 } : one,
  );
  expect(circles({ maturity: { ...maturity, values } })).toEqual(['By stage']);
});

const progressed = (language: 'en' | 'es', change: object = {}) => [
  ...nodesOf(
    progressDocument({ ...progressInput({ findings: 20, language }), ...change }, textsOf(language)).content,
  ),
];

test.each(languages)('progress: stages, aspects and principles then and now, in %s', (language) => {
  const { t } = textsOf(language);
  const rows = progressed(language).flatMap(({ table }) => (table as { body?: Loose[][] })?.body ?? []);
  const rowOf = (name: string) => rows.find(([first]) => first?.text === name)?.map(({ text }) => text);
  const { before, after } = progressInput({ findings: 20, language }).maturity!;
  const percent = (of: typeof after, value: string) =>
    `${Math.round(of.values.find((one) => one.value === value)!.score!)} %`;
  for (const [value, name] of [
    ['deploy', t('checklists.stages.deploy')],
    ['automation', t('checklists.principles.automation')],
  ] as const)
    expect(rowOf(name)!.slice(1, 3)).toEqual([percent(before!, value), percent(after, value)]);
});

test('progress: then is dashed in the circle of stages; of answers that nobody kept there is no line', () => {
  const dashed = (change: object) =>
    progressed('en', change)
      .filter(({ svg }) => typeof svg === 'string' && svg.includes('Deploy'))
      .map(({ svg }) => (svg as string).includes('stroke-dasharray'));
  expect(dashed({})).toEqual([true]);
  const { maturity } = progressInput({ findings: 20 });
  expect(dashed({ maturity: { ...maturity, before: null } })).toEqual([false]);
});
