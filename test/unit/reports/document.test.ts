import { expect, test } from 'vitest';
import { diagnosisDocument } from '../../../src/engine/reports/diagnosis/document.ts';
import { progressDocument } from '../../../src/engine/reports/progress/document.ts';
import { recommendationsDocument } from '../../../src/engine/reports/recommendations/document.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { diagnosisInput, emptyInput } from '../../support/diagnosis-input.ts';
import { emptyProgress, progressInput } from '../../support/progress-input.ts';
import { recommendationsInput } from '../../support/recommendations-input.ts';

type Loose = Record<string, unknown>;

/** Every node of a document, with the objects that hold content. */
function* nodesOf(node: unknown): Generator<Loose> {
  if (Array.isArray(node)) for (const item of node) yield* nodesOf(item);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const own = node as Loose;
  yield own;
  for (const part of ['text', 'stack', 'columns', 'ol', 'ul', 'section']) yield* nodesOf(own[part]);
  const { table } = own as { table?: { body: unknown } };
  if (table) yield* nodesOf(table.body);
}

const documents = languages.flatMap((language) => {
  const texts = textsOf(language);
  return [
    {
      name: 'three hundred findings',
      input: diagnosisInput({ findings: 300, language }),
      of: diagnosisDocument,
    },
    { name: 'nothing at all', input: emptyInput(language), of: diagnosisDocument },
    { name: 'recommendations', input: recommendationsInput({ language }), of: recommendationsDocument },
    {
      name: 'proposals',
      input: recommendationsInput({ language, origin: 'proposed' }),
      of: recommendationsDocument,
    },
    { name: 'progress', input: progressInput({ language }), of: progressDocument },
    { name: 'no progress', input: emptyProgress(language), of: progressDocument },
  ].map(({ name, input, of }) => ({
    name: `${language}, ${name}`,
    input,
    document: of(input as never, texts),
  }));
});

for (const { name, input, document } of documents) {
  const nodes = [...nodesOf(document.content)];

  test(`${name}: no node is used twice, because pdfmake would print it once`, () => {
    expect(new Set(nodes).size).toBe(nodes.length);
  });

  test(`${name}: every link and every page number leads somewhere, and no name is given twice`, () => {
    const ids = nodes.flatMap((node) => (node.id ? [node.id as string] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = nodes.flatMap((node) =>
      [node.linkToDestination, node.pageReference, node.outlineParentId].filter(Boolean),
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target);
  });

  test(`${name}: every drawing names its font`, () => {
    const drawings = nodes.filter((node) => node.svg);
    expect(drawings.length).toBeGreaterThan(0);
    for (const drawing of drawings) expect(drawing.font).toBe('Inter');
  });

  test(`${name}: nothing is promised that is not there`, () => {
    expect(document).not.toHaveProperty('tagged');
    expect(document).not.toHaveProperty('subset');
    expect(document.info).toMatchObject({
      creationDate: new Date(input.snapshot.finishedAt!),
      modDate: new Date(input.snapshot.finishedAt!),
    });
  });
}

test('a report in Spanish says no severity, effort or confidence as the file holds it', () => {
  const kept = new Set(['critical', 'high', 'medium', 'low', 'fail', 'unknown', 'counted', 'advisory']);
  const said = documents
    .filter(({ name }) => name.startsWith('es'))
    .flatMap(({ document }) => [...nodesOf(document.content)])
    .flatMap(({ text }) => (Array.isArray(text) ? text : [text]))
    .filter((text): text is string => typeof text === 'string');
  expect(said.length).toBeGreaterThan(1000);
  expect(said).toContain('Alta');
  expect(said.filter((text) => kept.has(text.trim().toLowerCase()))).toEqual([]);
});

test('a finding of a check that was not run is a mistake, not a gap', () => {
  const input = diagnosisInput({ findings: 30 });
  input.checks = input.checks.filter((check) => check.id !== input.findings[0]!.checkId);
  expect(() => diagnosisDocument(input, textsOf('en'))).toThrow(/was not run/);
});

test('a logo that is a picture is kept once, under its name', () => {
  const input = emptyInput();
  input.branding = {
    ...input.branding,
    accent: null,
    consultantLogo: 'data:image/png;base64,AAAA',
    clientLogo: null,
  };
  const document = diagnosisDocument(input, textsOf('en'));
  expect(document.images).toEqual({ 'consultant-logo': 'data:image/png;base64,AAAA' });
});
