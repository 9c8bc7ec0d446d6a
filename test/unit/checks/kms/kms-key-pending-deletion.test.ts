import { expect, test } from 'vitest';
import { kmsKeyPendingDeletion } from '../../../../src/engine/checks/kms/kms-key-pending-deletion.ts';
import { keyMetadata, keys } from '../../../../src/engine/collectors/kms.ts';
import { key, readDenied } from './fixtures.ts';

test('a key that waits for its deletion fails and names the day', () => {
  const pending = key({ KeyState: 'PendingDeletion', DeletionDate: new Date('2026-11-20T00:00:00Z') });
  expect(pending.verdict(kmsKeyPendingDeletion)).toMatchObject({
    status: 'fail',
    reason: 'pending',
    parameters: { date: '2026-11-20T00:00:00.000Z' },
  });
});

test('a primary key that waits for its replicas has no day yet', () => {
  expect(key({ KeyState: 'PendingReplicaDeletion' }).verdict(kmsKeyPendingDeletion)).toMatchObject({
    status: 'fail',
    reason: 'pending-undated',
  });
});

test.each(['Enabled', 'Disabled'] as const)('a key that is %s passes', (KeyState) => {
  expect(key({ KeyState }).verdict(kmsKeyPendingDeletion).status).toBe('pass');
});

test('a key of an AWS service is not applicable', () => {
  expect(key({ KeyManager: 'AWS' }).verdict(kmsKeyPendingDeletion)).toMatchObject({
    status: 'not-applicable',
    reason: 'aws-managed',
  });
});

test.each([
  [keyMetadata, 'kms:DescribeKey'],
  [keys, 'kms:ListKeys'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(key().without(read).verdict(kmsKeyPendingDeletion)).toMatchObject(readDenied(id));
});
