import { expect, test } from 'vitest';
import {
  asFieldbookError,
  errorCodes,
  errorSchema,
  FieldbookError,
  fromData,
} from '../../../src/shared/contract/errors.ts';

test('an error says the same on both sides of a process', () => {
  const error = new FieldbookError('file-in-use', 'In use.', 'Close it.', {
    cause: new Error('SQLITE_BUSY'),
  });
  const data = errorSchema.parse(JSON.parse(JSON.stringify(error.toData())));
  const back = fromData(data);
  expect(back.toData()).toEqual(error.toData());
  expect(back).toMatchObject({ code: 'file-in-use', message: 'In use.', next: 'Close it.' });
  expect(back.details).toContain('SQLITE_BUSY');
});

test('without details there is no such property', () => {
  const error = new FieldbookError('bad-input', 'No.', 'Mend it.');
  expect(Object.keys(error.toData())).toEqual(['code', 'message', 'next']);
  expect(Object.keys(fromData(error.toData()).toData())).toEqual(['code', 'message', 'next']);
});

test('whatever is thrown can be shown, and its origin is kept for the log', () => {
  const known = new FieldbookError('disk-full', 'Full.', 'Free some.');
  expect(asFieldbookError(known)).toBe(known);
  expect(asFieldbookError(new DOMException('gone', 'AbortError')).code).toBe('cancelled');
  const odd = asFieldbookError(new TypeError('x is not a function'));
  expect(odd).toMatchObject({ code: 'internal', message: expect.stringContaining('x is not a function') });
  expect(odd.details).toContain('errors.test.ts');
  expect(asFieldbookError('a string').message).toContain('a string');
});

test('codes are words, each there once', () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
  for (const code of errorCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
