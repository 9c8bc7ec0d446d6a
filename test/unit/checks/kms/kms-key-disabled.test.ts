import { expect, test } from 'vitest';
import { kmsKeyDisabled } from '../../../../src/engine/checks/kms/kms-key-disabled.ts';
import { keyMetadata, keys } from '../../../../src/engine/collectors/kms.ts';
import { key, readDenied } from './fixtures.ts';

test('a disabled key fails, without an amount', () => {
  const verdict = key({ KeyState: 'Disabled' }).verdict(kmsKeyDisabled);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'disabled' });
  expect(verdict.saving).toBeUndefined();
});

test.each(['Enabled', 'PendingDeletion'] as const)('a key that is %s passes', (KeyState) => {
  expect(key({ KeyState }).verdict(kmsKeyDisabled).status).toBe('pass');
});

test('a key of an AWS service is not applicable', () => {
  expect(key({ KeyManager: 'AWS', KeyState: 'Disabled' }).verdict(kmsKeyDisabled)).toMatchObject({
    status: 'not-applicable',
    reason: 'aws-managed',
  });
});

test.each([
  [keyMetadata, 'kms:DescribeKey'],
  [keys, 'kms:ListKeys'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(key().without(read).verdict(kmsKeyDisabled)).toMatchObject(readDenied(id));
});
