import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, fromMicros, toMicros } from '../../../src/shared/model/money.ts';

test('sums are exact where sums of decimals are not', () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(toMicros(0.1) + toMicros(0.2)).toBe(toMicros(0.3));
  const hundred = Array.from({ length: 100 }, () => toMicros(0.01)).reduce((sum, one) => sum + one, 0);
  expect(fromMicros(hundred)).toBe(1);
});

test('amounts to the cent come back as they went in', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
      expect(toMicros(cents / 100)).toBe(cents * 10_000);
      expect(fromMicros(cents * 10_000)).toBe(cents / 100);
    }),
  );
});

test('sums do not hang on their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1_000_000, noNaN: true }), { maxLength: 50 }),
      (amounts) => {
        const micros = amounts.map(toMicros);
        const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
        expect(sum(micros)).toBe(sum(micros.toReversed()));
        expect(Number.isSafeInteger(sum(micros))).toBe(true);
      },
    ),
  );
});

test('is rounded once, when it is shown', () => {
  // Three times 0.335 is 1.005; rounded one by one it would be 1.02.
  const third = toMicros(0.335);
  expect(formatMoney(third * 3, 'USD', 'en-US')).toBe('$1.01');
  expect(formatMoney(0, 'USD', 'en-US')).toBe('$0.00');
  expect(formatMoney(1_999_999, 'USD', 'en-US')).toBe('$2.00');
  expect(formatMoney(1_234_567_890_000, 'USD', 'en-US', { digits: 0 })).toBe('$1,234,568');
});

test('is written as the language writes it', () => {
  expect(formatMoney(12_345_670_000, 'USD', 'en-US')).toBe('$12,345.67');
  expect(formatMoney(12_345_670_000, 'USD', 'es-ES')).toMatch(/^12\.345,67\s(US)?\$$/);
});
