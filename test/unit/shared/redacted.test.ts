import { expect, test } from 'vitest';
import { redactor } from '../../../src/engine/collectors/read.ts';
import { redactUserData } from '../../../src/engine/collectors/user-data.ts';
import { isRedacted } from '../../../src/shared/model/redacted.ts';

test('what was redacted at collection is told from what AWS gave', () => {
  const salted = redactor('salt');
  for (const one of salted.variables({ DB_PASSWORD: 'hunter2hunter2', EMPTY: '' }))
    expect(isRedacted(one)).toBe(true);
  expect(isRedacted(salted.text('command', 'run me'))).toBe(true);
  expect(isRedacted(redactUserData(btoa('export TOKEN=abcdefghijkl'), salted))).toBe(true);
  for (const other of [
    null,
    'x',
    [],
    { name: 'x' },
    { name: 'x', length: 1, hash: 'nothex', credential: null },
  ])
    expect(isRedacted(other)).toBe(false);
});
