import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startRequest } from '../../../src/main/arguments.ts';

test.each([
  [['fieldbook', '--engagement', 'acme.fieldbook']],
  [['fieldbook', '--engagement=acme.fieldbook']],
])('%j opens a file', (argv) => {
  expect(startRequest(argv, { FIELDBOOK_PASSPHRASE: 'p' })).toEqual({
    path: resolve('acme.fieldbook'),
    passphrase: 'p',
  });
});

test('without a passphrase the window has to ask', () => {
  expect(startRequest(['fieldbook', '--engagement', 'a'], {})?.passphrase).toBeUndefined();
});

test('a passphrase alone opens nothing', () => {
  expect(startRequest(['fieldbook'], { FIELDBOOK_PASSPHRASE: 'p' })).toBeUndefined();
  expect(startRequest(['fieldbook', '--engagement'], {})).toBeUndefined();
});
