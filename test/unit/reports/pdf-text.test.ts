import { expect, test } from 'vitest';
import { drawPdf } from '../../../src/engine/reports/draw.ts';
import { families } from '../../../src/engine/reports/fonts.ts';
import { mono } from '../../../src/engine/reports/layout/mono.ts';
import { pdfText } from '../../../src/engine/reports/pdf-text.ts';
import { prove } from '../../../src/engine/reports/proof.ts';

const draw = (content: unknown[], more: object = {}) =>
  drawPdf(
    { content, defaultStyle: { font: families.sans, fontSize: 10 }, ...more } as Parameters<
      typeof drawPdf
    >[0],
    () => {},
  );
const flat = (pdf: Uint8Array) =>
  pdfText(pdf).map(({ pieces }) => pieces.map((piece) => piece.replace(/\s+/g, '')));

test('text is read back page by page, in the order in which it was set', async () => {
  const pdf = await draw(['First page', { text: 'Second, with ñ, €, « » and ◆', pageBreak: 'before' }]);
  expect(flat(pdf)).toEqual([['Firstpage'], ['Second,withñ,€,«»and◆']]);
});

test('a change of face or size ends a piece', async () => {
  const pdf = await draw(['name', mono('arn:aws:iam::1:role/x', 200, 6), 'name']);
  expect(flat(pdf)).toEqual([['name', 'arn:aws:iam::1:role/x', 'name']]);
});

test('signs that a programmer’s font draws as one come back as they were written', async () => {
  const source = 'a::b --c -> d => e != f == g // www <!-- 0x1f';
  const pdf = await draw([mono(source, 500, 8)]);
  expect(flat(pdf)).toEqual([[source.replaceAll(' ', '')]]);
});

test('an identifier over several lines is one piece', async () => {
  const arn = `arn:aws:ec2:us-east-1:111122223333:volume/${'vol-0123456789'.repeat(6)}`;
  const pdf = await draw([mono(arn, 90, 6), 'end']);
  expect(flat(pdf)).toEqual([[arn, 'end']]);
});

test('the proof names what is not there, and is not satisfied by a longer identifier', async () => {
  const pdf = await draw([mono('arn:x:one-more', 200, 6), 'and', mono('FB-1', 200, 7)]);
  expect(prove(pdf, { findings: ['FB-1'], resources: ['arn:x:one-more'] })).toBe(1);
  expect(() => prove(pdf, { findings: ['FB-1', 'FB-2'], resources: ['arn:x:one'] })).toThrow(
    expect.objectContaining({
      code: 'incomplete',
      details: {
        missing: {
          findings: { count: 1, first: ['FB-2'] },
          resources: { count: 1, first: ['arn:x:one'] },
        },
      },
    }),
  );
});

test('a row that pdfmake loses, because no page can hold it, is noticed', async () => {
  const tall = {
    stack: [mono('FB-LOST', 100, 7), ...Array.from({ length: 90 }, (_, line) => `line ${line}`)],
  };
  const pdf = await draw([mono('FB-KEPT', 100, 7), { unbreakable: true, stack: [tall] }, 'end']);
  expect(() => prove(pdf, { findings: ['FB-KEPT', 'FB-LOST'] })).toThrow(
    expect.objectContaining({ code: 'incomplete' }),
  );
});

test('a PDF of somebody else is refused, not half read', () => {
  expect(() => pdfText(Buffer.from('%PDF-1.7\n%%EOF'))).toThrow(/cross-reference/);
});
