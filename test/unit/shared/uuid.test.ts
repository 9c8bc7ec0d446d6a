import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../../src/shared/uuid.ts';

test('is a UUID of version 7 (RFC 9562)', () => {
  for (let i = 0; i < 1000; i++)
    expect(uuidv7()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('sorts by the time at which it was made', () => {
  const moment = fc.nat({ max: 2 ** 47 });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      fc.pre(a !== b);
      expect(uuidv7(a) < uuidv7(b)).toBe(a < b);
    }),
  );
});

test('begins with the milliseconds since 1970', () => {
  expect(uuidv7(0x0192_f5a0_1234).slice(0, 13)).toBe('0192f5a0-1234');
});

test('two of one millisecond differ', () => {
  expect(new Set(Array.from({ length: 1000 }, () => uuidv7(1))).size).toBe(1000);
});
