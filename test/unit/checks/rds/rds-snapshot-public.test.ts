import { expect, test } from 'vitest';
import { rdsSnapshotPublic } from '../../../../src/engine/checks/rds/rds-snapshot-public.ts';
import { dbSnapshotAttributes, dbSnapshots } from '../../../../src/engine/collectors/rds.ts';
import { snapshot, snapshotsDenied } from './fixtures.ts';

const shared = (AttributeValues: string[]) =>
  snapshot({ Encrypted: false }).facet(dbSnapshotAttributes, 'before-upgrade', [
    { AttributeName: 'restore', AttributeValues },
  ]);

test('a manual snapshot shared with all fails', () => {
  expect(shared(['all']).verdict(rdsSnapshotPublic)).toMatchObject({ status: 'fail', reason: 'public' });
});

test('a snapshot shared with one account is not public', () => {
  expect(shared(['222233334444']).verdict(rdsSnapshotPublic)).toMatchObject({
    status: 'pass',
    reason: 'private',
    parameters: { accounts: 1 },
  });
});

test('an encrypted snapshot passes without asking, because RDS does not make it public', () => {
  expect(
    snapshot({ Encrypted: true }).without(dbSnapshotAttributes).verdict(rdsSnapshotPublic),
  ).toMatchObject({
    status: 'pass',
    reason: 'encrypted',
  });
});

test('an automated snapshot is not applicable', () => {
  expect(snapshot({ SnapshotType: 'automated' }).verdict(rdsSnapshotPublic)).toMatchObject({
    status: 'not-applicable',
    reason: 'not-manual',
  });
});

test('sharing that could not be read is unknown, with the permission that is missing', () => {
  expect(shared(['all']).without(dbSnapshotAttributes).verdict(rdsSnapshotPublic)).toMatchObject({
    status: 'unknown',
    missing: [
      {
        read: 'rds:DescribeDBSnapshotAttributes',
        outcome: 'denied',
        permission: 'rds:DescribeDBSnapshotAttributes',
      },
    ],
  });
});

test('snapshots that could not be listed are unknown', () => {
  expect(snapshot().without(dbSnapshots).verdict(rdsSnapshotPublic)).toMatchObject(snapshotsDenied);
});
