import { expect, test } from 'vitest';
import { diagnosisDocument } from '../../../src/engine/reports/diagnosis/document.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { languages } from '../../../src/shared/model/engagement.ts';
import { diagnosisInput, emptyInput } from '../../support/diagnosis-input.ts';

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

const inputs = languages.flatMap((language) => [
  { name: `${language}, three hundred findings`, input: diagnosisInput({ findings: 300, language }) },
  { name: `${language}, nothing at all`, input: emptyInput(language) },
]);

for (const { name, input } of inputs) {
  const document = diagnosisDocument(input, textsOf(input.engagement.language));
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

test('a finding of a check that was not run is a mistake, not a gap', () => {
  const input = diagnosisInput({ findings: 30 });
  input.checks = input.checks.filter((check) => check.id !== input.findings[0]!.checkId);
  expect(() => diagnosisDocument(input, textsOf('en'))).toThrow(/was not run/);
});

test('a logo that is a picture is kept once, under its name', () => {
  const input = emptyInput();
  input.branding = { accent: null, consultantLogo: 'data:image/png;base64,AAAA', clientLogo: null };
  const document = diagnosisDocument(input, textsOf('en'));
  expect(document.images).toEqual({ 'consultant-logo': 'data:image/png;base64,AAAA' });
});
