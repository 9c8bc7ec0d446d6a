import { expect, test } from 'vitest';
import { ebsSnapshotUnencrypted } from '../../../../src/engine/checks/ec2/ebs-snapshot-unencrypted.ts';
import { snapshots } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const snapshot = (Encrypted: boolean) =>
  estate().with(snapshots, [{ SnapshotId: 'snap-1', VolumeSize: 8, Encrypted }]);

test('a snapshot in the clear fails', () => {
  expect(snapshot(false).verdict(ebsSnapshotUnencrypted)).toMatchObject({
    status: 'fail',
    reason: 'clear',
    parameters: { size: 8 },
  });
});

test('an encrypted snapshot passes', () => {
  expect(snapshot(true).verdict(ebsSnapshotUnencrypted).status).toBe('pass');
});

test('snapshots that could not be listed are unknown', () => {
  expect(snapshot(true).without(snapshots).verdict(ebsSnapshotUnencrypted).status).toBe('unknown');
});
