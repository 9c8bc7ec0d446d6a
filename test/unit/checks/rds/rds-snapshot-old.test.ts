import { expect, test } from 'vitest';
import { rdsSnapshotOld } from '../../../../src/engine/checks/rds/rds-snapshot-old.ts';
import { dbSnapshots } from '../../../../src/engine/collectors/rds.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { daysAgo } from '../../../support/series.ts';
import { snapshot, snapshotsDenied } from './fixtures.ts';

test('a manual snapshot of 100 days fails; what it costs is an upper bound', () => {
  const verdict = snapshot({ AllocatedStorage: 200 }).verdict(rdsSnapshotOld);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'old', parameters: { age: 100, size: 200 } });
  expect(fromMicros(verdict.saving!.monthly)).toBe(19);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'upper-bound' });
});

test('a snapshot of last week passes', () => {
  expect(snapshot({ SnapshotCreateTime: daysAgo(7) }).verdict(rdsSnapshotOld)).toMatchObject({
    status: 'pass',
    reason: 'recent',
  });
});

test.each([
  [{ SnapshotType: 'automated' }, 'not-manual'],
  [{ SnapshotType: 'awsbackup' }, 'not-manual'],
  [{ Status: 'creating' }, 'not-ready'],
])('%o is not applicable', (body, reason) => {
  expect(snapshot(body).verdict(rdsSnapshotOld)).toMatchObject({ status: 'not-applicable', reason });
});

test('a region without prices names no amount', () => {
  const verdict = snapshot({ AllocatedStorage: 200 }, 'eu-west-1').verdict(rdsSnapshotOld);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'old-price-unknown' });
  expect(verdict.saving).toBeUndefined();
});

test('snapshots that could not be listed are unknown', () => {
  expect(snapshot().without(dbSnapshots).verdict(rdsSnapshotOld)).toMatchObject(snapshotsDenied);
});
