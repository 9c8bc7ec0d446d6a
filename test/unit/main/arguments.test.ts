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

test.each([
  [['fieldbook', 'acme.fieldbook']],
  [['fieldbook', '--no-sandbox', 'main.cjs', 'acme.fieldbook']],
  [['fieldbook', 'ACME.FIELDBOOK']],
])('a file that was double-clicked comes as a bare path: %j', (argv) => {
  expect(startRequest(argv, {}, '/clients')?.path.toLowerCase()).toBe(resolve('/clients/acme.fieldbook'));
});

test.each([[['a.fieldbook']], [['fieldbook', '--x=a.fieldbook']], [['fieldbook', 'notes.txt']]])(
  '%j names no file of ours',
  (argv) => {
    expect(startRequest(argv)).toBeUndefined();
  },
);

test('without a passphrase the window has to ask', () => {
  expect(startRequest(['fieldbook', '--engagement', 'a'], {})?.passphrase).toBeUndefined();
});

test('a passphrase alone opens nothing', () => {
  expect(startRequest(['fieldbook'], { FIELDBOOK_PASSPHRASE: 'p' })).toBeUndefined();
  expect(startRequest(['fieldbook', '--engagement'], {})).toBeUndefined();
});
