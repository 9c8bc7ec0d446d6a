import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severityMarks, themeOf } from '../../../src/engine/reports/layout/theme.ts';
import {
  contrast,
  grounds,
  hexColour,
  legibilityOf,
  mix,
  ownAccent,
  readable,
} from '../../../src/shared/colour.ts';

test('colours are #rgb or #rrggbb and nothing else', () => {
  expect(hexColour('#0F766E')).toBe('#0f766e');
  expect(hexColour('#abc')).toBe('#aabbcc');
  expect(hexColour('teal')).toBeNull();
  expect(hexColour('rgb(1,2,3)')).toBeNull();
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('any accent can be read, on paper and on the cover', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const theme = themeOf(`#${value.toString(16).padStart(6, '0')}`);
      expect(contrast(theme.accent, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.cover.accent, theme.cover.ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read already is not touched', () => {
  expect(readable('#0f766e', '#ffffff', 4.5)).toBe('#0f766e');
});

test('severities can be read on paper, quiet text on panels too', () => {
  const theme = themeOf(null);
  for (const ground of ['#ffffff', theme.panel])
    expect(contrast(theme.secondary, ground)).toBeGreaterThanOrEqual(4.5);
  for (const { colour } of Object.values(severityMarks))
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
});

test('an accent is measured on every ground of a report, and the shade that is printed can be read on it', () => {
  const yellow = legibilityOf('#ffd400');
  expect(yellow.map(({ ground, carries }) => [ground, carries])).toEqual([
    ['white', 'nothing'],
    ['paper', 'nothing'],
    ['cover', 'text'],
  ]);
  expect(legibilityOf('#0f766e')[0]).toMatchObject({ carries: 'text', printed: '#0f766e' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const accent = `#${number.toString(16).padStart(6, '0')}`;
      for (const { ground, printed, ratio, carries } of legibilityOf(accent)) {
        expect(contrast(printed, grounds[ground])).toBeGreaterThanOrEqual(4.5);
        expect(carries).toBe(ratio >= 4.5 ? 'text' : ratio >= 3 ? 'charts' : 'nothing');
        if (carries === 'text' && accent !== ownAccent) expect(printed).toBe(accent);
      }
    }),
  );
});
