import { expect, test } from 'vitest';
import { ebsSnapshotOld } from '../../../../src/engine/checks/ec2/ebs-snapshot-old.ts';
import { images, snapshots } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

const GIB = 1024 ** 3;

const snapshot = (days: number, more: object = {}) =>
  estate()
    .with(snapshots, [{ SnapshotId: 'snap-1', StartTime: daysAgo(days), VolumeSize: 100, ...more }])
    .with(images, []);

test('a snapshot of 91 days fails, with the size of its volume as the upper bound', () => {
  const verdict = snapshot(91).verdict(ebsSnapshotOld);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'old', parameters: { days: 91, size: 100 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(5, 2);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'upper-bound' });
});

test('the blocks written are a tighter bound than the size of the volume', () => {
  const verdict = snapshot(91, { FullSnapshotSizeInBytes: 8 * GIB }).verdict(ebsSnapshotOld);
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(0.4, 2);
});

test('a snapshot of 90 days passes', () => {
  expect(snapshot(90).verdict(ebsSnapshotOld)).toMatchObject({ status: 'pass', reason: 'recent' });
});

test('the threshold can be tuned', () => {
  expect(snapshot(91).verdict(ebsSnapshotOld, { parameters: { days: 365 } }).status).toBe('pass');
});

test('a snapshot of an image is not applicable: it cannot be deleted alone', () => {
  const verdict = snapshot(400)
    .with(images, [
      { ImageId: 'ami-1', Name: 'base', BlockDeviceMappings: [{ Ebs: { SnapshotId: 'snap-1' } }] },
    ])
    .verdict(ebsSnapshotOld);
  expect(verdict).toMatchObject({
    status: 'not-applicable',
    reason: 'of-image',
    parameters: { image: 'base' },
  });
});

test.each(['aws:backup:source-resource', 'aws:dlm:lifecycle-policy-id'])(
  'a snapshot with the tag %s is not applicable: its manager decides',
  (Key) => {
    const verdict = snapshot(400, { Tags: [{ Key, Value: 'x' }] }).verdict(ebsSnapshotOld);
    expect(verdict).toMatchObject({ status: 'not-applicable', reason: 'managed' });
  },
);

test('an archived snapshot is not applicable: it has another price', () => {
  expect(snapshot(400, { StorageTier: 'archive' }).verdict(ebsSnapshotOld).reason).toBe('archived');
});

test('without the images an old snapshot is unknown, and a recent one passes all the same', () => {
  expect(snapshot(400).without(images).verdict(ebsSnapshotOld)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeImages', permission: 'ec2:DescribeImages' }],
  });
  expect(snapshot(1).without(images).verdict(ebsSnapshotOld).status).toBe('pass');
});

test('snapshots that could not be listed are unknown', () => {
  expect(snapshot(400).without(snapshots).verdict(ebsSnapshotOld).status).toBe('unknown');
});
