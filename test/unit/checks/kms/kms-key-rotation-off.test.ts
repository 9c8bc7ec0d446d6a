import { expect, test } from 'vitest';
import { kmsKeyRotationOff } from '../../../../src/engine/checks/kms/kms-key-rotation-off.ts';
import { keyMetadata, keyRotation, keys } from '../../../../src/engine/collectors/kms.ts';
import { key, readDenied } from './fixtures.ts';

const rotation = (KeyRotationEnabled: boolean) => ({
  KeyRotationEnabled,
  RotationPeriodInDays: KeyRotationEnabled ? 90 : undefined,
  NextRotationDate: undefined,
});

test('a key without rotation fails', () => {
  expect(key().facet(keyRotation, 'key-1', rotation(false)).verdict(kmsKeyRotationOff)).toMatchObject({
    status: 'fail',
    reason: 'off',
  });
});

test('a key that is rotated every 90 days passes', () => {
  expect(key().facet(keyRotation, 'key-1', rotation(true)).verdict(kmsKeyRotationOff)).toMatchObject({
    status: 'pass',
    parameters: { days: 90 },
  });
});

test.each([
  [{ KeyManager: 'AWS' as const }, 'aws-managed'],
  [{ KeyState: 'Disabled' as const }, 'not-enabled'],
  [{ KeySpec: 'RSA_2048' as const }, 'not-rotatable'],
  [{ KeySpec: 'HMAC_256' as const }, 'not-rotatable'],
  [{ Origin: 'EXTERNAL' as const }, 'not-rotatable'],
])('%o is not applicable, and its rotation is not asked', (metadata, reason) => {
  expect(key(metadata).without(keyRotation).verdict(kmsKeyRotationOff)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('a key of which the service says that it has no rotation is not applicable', () => {
  expect(key().facet(keyRotation, 'key-1', null).verdict(kmsKeyRotationOff)).toMatchObject({
    status: 'not-applicable',
    reason: 'not-rotatable',
  });
});

test.each([
  [keyRotation, 'kms:GetKeyRotationStatus'],
  [keyMetadata, 'kms:DescribeKey'],
  [keys, 'kms:ListKeys'],
] as const)('what could not be read is unknown', (read, id) => {
  const judged = key().facet(keyRotation, 'key-1', rotation(true)).without(read);
  expect(judged.verdict(kmsKeyRotationOff)).toMatchObject(readDenied(id));
});
