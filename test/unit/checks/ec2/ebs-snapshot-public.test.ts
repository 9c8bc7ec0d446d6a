import { expect, test } from 'vitest';
import { ebsSnapshotPublic } from '../../../../src/engine/checks/ec2/ebs-snapshot-public.ts';
import {
  publicSnapshots,
  snapshotBlockPublicAccess,
  snapshots,
} from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const snapshot = { SnapshotId: 'snap-1', VolumeSize: 8 };
const shared = (State: 'block-all-sharing' | 'block-new-sharing' | 'unblocked') =>
  estate()
    .with(snapshots, [snapshot])
    .with(publicSnapshots, [snapshot])
    .with(snapshotBlockPublicAccess, [{ State }]);
const kept = () => estate().with(snapshots, [snapshot]).with(publicSnapshots, []);

test.each(['unblocked', 'block-new-sharing'] as const)(
  'a shared snapshot fails while sharing is %s',
  (state) => {
    expect(shared(state).verdict(ebsSnapshotPublic)).toMatchObject({
      status: 'fail',
      reason: 'public',
      parameters: { size: 8, state },
    });
  },
);

test('a shared snapshot passes where the region blocks all sharing', () => {
  expect(shared('block-all-sharing').verdict(ebsSnapshotPublic)).toMatchObject({
    status: 'pass',
    reason: 'blocked',
  });
});

test('a snapshot that is not shared passes, and the setting of the region is not asked for', () => {
  expect(kept().without(snapshotBlockPublicAccess).verdict(ebsSnapshotPublic)).toMatchObject({
    status: 'pass',
    reason: 'private',
  });
});

test('it is unknown without the list of shared ones or, for a shared one, without the setting', () => {
  expect(kept().without(publicSnapshots).verdict(ebsSnapshotPublic)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeSnapshots/public', permission: 'ec2:DescribeSnapshots' }],
  });
  expect(shared('unblocked').without(snapshotBlockPublicAccess).verdict(ebsSnapshotPublic)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'ec2:GetSnapshotBlockPublicAccessState' }],
  });
});

test('a setting without a state is unknown', () => {
  const verdict = estate()
    .with(snapshots, [snapshot])
    .with(publicSnapshots, [snapshot])
    .with(snapshotBlockPublicAccess, [{}])
    .verdict(ebsSnapshotPublic);
  expect(verdict).toMatchObject({ status: 'unknown', reason: 'block-not-told' });
});
