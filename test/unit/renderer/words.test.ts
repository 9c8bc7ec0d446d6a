import { expect, test } from 'vitest';
import { texts as en } from '../../../src/renderer/texts/en.ts';
import { texts as es } from '../../../src/renderer/texts/es.ts';
import { windowWords } from '../../../src/renderer/words.ts';
import { type TextTable, words } from '../../../src/shared/words.ts';

const english = await windowWords('en-US', undefined);

function leaves(table: TextTable, at = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`),
  );
}

test('both languages have the same texts, with the same values in them', () => {
  const holes = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(String).sort();
  const shape = (table: TextTable) => leaves(table).map(([key, text]) => [key, holes(text)]);
  expect(shape(es)).toEqual(shape(en));
});

test('no text shouts', () => {
  for (const [, text] of [...leaves(en), ...leaves(es)]) expect(text).not.toMatch(/[!¡]/);
});

test('a price has its cents, where amounts of an estate have none', () => {
  const cent = words({ cent: '{{price, price}}', whole: '{{price, money}}' }, 'en-US');
  expect(cent.t('cent', { price: 10_000 })).toBe('$0.01');
  expect(cent.t('whole', { price: 10_000 })).toBe('$0');
});

test('numbers, money and shares are written as the language writes them', async () => {
  const spanish = await windowWords('es-ES', undefined);
  expect(english.t('figures.reads', { ok: 4812, planned: 4991 })).toBe('4,812 of 4,991 reads');
  expect(spanish.t('figures.reads', { ok: 4812, planned: 14991 })).toBe('4812 de 14.991 lecturas');
  expect(english.money(18_420_490_000)).toBe('$18,420');
  expect(english.percent(0.5)).toBe('50.0%');
});

test('only what is whole reads 100%', () => {
  expect(english.percent(0.99999)).toBe('99.9%');
  expect(english.percent(1)).toBe('100%');
  expect(english.percent(0)).toBe('0%');
});

test('plurals follow the number', () => {
  expect(english.t('unseen.reads', { count: 1 })).toBe('1 read');
  expect(english.t('unseen.reads', { count: 1200 })).toBe('1,200 reads');
});

test('a text or a value that is missing is an error, not a gap on the page', () => {
  const { t } = words({ a: 'x {{y}}' }, 'en-US');
  expect(() => t('a')).toThrow("needs 'y'");
  expect(() => t('b' as 'a')).toThrow("No text for 'b'");
});

test('the language is that of the engagement, and of the system before one is open', async () => {
  expect((await windowWords('de-DE', undefined)).locale).toBe('en-US');
  expect((await windowWords('es-MX', undefined)).locale).toBe('es-MX');
  expect((await windowWords('es-MX', 'en')).locale).toBe('en-US');
  expect((await windowWords('en-GB', 'es')).t('open.submit')).toBe('Abrir');
});
