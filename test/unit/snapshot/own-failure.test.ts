import { expect, test } from 'vitest';
import { failureWords, ownFailure } from '../../../src/engine/snapshot/own-failure.ts';
import { textsOf } from '../../../src/engine/texts.ts';

test('what Fieldbook itself left undone is said in the language of the report', () => {
  const failure = ownFailure('skipped', 'AccountNotActive', { status: 'SUSPENDED' });
  expect(failure).toMatchObject({ outcome: 'skipped', message: 'The account is not active (SUSPENDED).' });
  expect(failureWords(failure, textsOf('es'))).toBe('La cuenta no está activa (SUSPENDED).');
});

test('what AWS said stays as AWS said it', () => {
  const failure = { outcome: 'denied', code: 'AccessDenied', message: 'Access Denied' } as const;
  expect(failureWords(failure, textsOf('es'))).toBe('Access Denied');
});

test('a failure without a text is a mistake that is seen', () => {
  expect(() => ownFailure('skipped', 'NoSuchCode')).toThrow(/No text for/);
});
