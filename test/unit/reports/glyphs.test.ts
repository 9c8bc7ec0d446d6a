import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverage, families, fonts } from '../../../src/engine/reports/fonts.ts';
import { missingGlyphs, printable } from '../../../src/engine/reports/glyphs.ts';
import { severityMarks } from '../../../src/engine/reports/layout/theme.ts';
import { codePointsOf } from '../../../src/engine/reports/truetype.ts';

test('what the fonts can print is left as it is', () => {
  expect(printable('arn:aws:s3:::acme-claims', 'mono')).toBe('arn:aws:s3:::acme-claims');
  expect(printable('Evaluación «años» — 96,4 % ≥ 10 €', 'sans')).toBe('Evaluación «años» — 96,4 % ≥ 10 €');
});

test('a run of characters without a glyph is named by its code points', () => {
  expect(printable('db-データ-1', 'sans')).toBe('db-‹U+30C7 U+30FC U+30BF›-1');
  expect(printable('🏥', 'mono')).toBe('‹U+1F3E5›');
  expect(missingGlyphs('データデ', 'sans')).toEqual(['デ', 'ー', 'タ']);
});

test('marks that turn or hide text are named, not obeyed', () => {
  expect(printable('admin\u202etxt\u200b', 'sans')).toBe('admin‹U+202E›txt‹U+200B›');
  expect(printable('bell\u0007', 'sans')).toBe('bell‹U+0007›');
});

test('line breaks and tabs become spaces', () => {
  expect(printable('one\ntwo\tthree é', 'sans')).toBe('one two three é');
  expect(missingGlyphs('one\ntwo\té', 'sans')).toEqual([]);
});

test('letters that come in two parts are put together first', () => {
  expect(printable('cafe\u0301', 'sans')).toBe('café');
});

test('all weights of a family print the same characters', () => {
  const expected = coverage('sans');
  for (const family of [families.sans, families.light, families.medium])
    for (const file of Object.values(fonts[family]!)) {
      const points = codePointsOf(readFileSync(file as string));
      expect([...expected].filter((point) => !points.has(point))).toEqual([]);
    }
});

test('the shapes of severity are in the font', () => {
  for (const { glyph } of Object.values(severityMarks)) expect(missingGlyphs(glyph, 'sans')).toEqual([]);
  expect(missingGlyphs('◌', 'mono')).toEqual([]);
  expect(missingGlyphs('○‹›·–…\u2002', 'sans')).toEqual([]);
});
