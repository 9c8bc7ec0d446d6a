import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayFrom,
  firstDayOfWeek,
  patternOf,
  readDay,
  writtenDay,
} from '../../../../src/renderer/parts/typed-day.ts';

test('a date stands in the order of the region', () => {
  expect(writtenDay('2026-12-18', 'es-ES')).toBe('18/12/2026');
  expect(writtenDay('2026-12-18', 'en-US')).toBe('12/18/2026');
  expect(writtenDay('2026-12-18', 'en-GB')).toBe('18/12/2026');
  expect(patternOf('es-ES', { day: 'dd', month: 'mm', year: 'aaaa' })).toBe('dd/mm/aaaa');
  expect(patternOf('en-US', { day: 'dd', month: 'mm', year: 'yyyy' })).toBe('mm/dd/yyyy');
});

test.each([
  ['3/2/2027', 'es-ES', '2027-02-03'],
  ['3/2/2027', 'en-US', '2027-03-02'],
  ['03-02-27', 'es-ES', '2027-02-03'],
  [' 3. 2. 2027 ', 'es-ES', '2027-02-03'],
  ['2027-02-03', 'es-ES', '2027-02-03'],
  ['2027-02-03', 'en-US', '2027-02-03'],
  ['2027/2/3', 'en-US', '2027-02-03'],
  ['29/2/2028', 'es-ES', '2028-02-29'],
])('%s in %s is %s', (typed, locale, day) => {
  expect(readDay(typed, locale)).toBe(day);
});

test.each(['31/2/2027', '29/2/2027', '12/18', '18/13/2027', 'mañana', '1/1/1', '0/1/2027', '', '1/2/3/2027'])(
  '%s is no date in Spanish',
  (typed) => {
    expect(readDay(typed, 'es-ES')).toBeNull();
  },
);

test('every day is read back as it is written', () => {
  const days = fc.integer({ min: -10_000, max: 60_000 }).map((day) => new Date(day * 86_400_000));
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('en-US', 'en-GB', 'en-CA', 'es-ES', 'es-MX', 'es-PA'),
      (date, locale) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDay(writtenDay(day, locale), locale)).toBe(day);
        expect(readDay(day, locale)).toBe(day);
      },
    ),
  );
});

test('days and months are counted on, and a week begins as in the region', () => {
  expect(dayFrom('2026-12-31', { days: 1 })).toBe('2027-01-01');
  expect(dayFrom('2027-03-03', { days: -7 })).toBe('2027-02-24');
  expect(dayFrom('2027-01-31', { months: 1 })).toBe('2027-02-28');
  expect(dayFrom('2027-01-15', { months: -1 })).toBe('2026-12-15');
  expect(firstDayOfWeek('es-ES')).toBe(1);
  expect(firstDayOfWeek('en-US')).toBe(0);
});
