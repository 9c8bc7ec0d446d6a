import { expect, test } from 'vitest';
import { rdsSingleAz } from '../../../../src/engine/checks/rds/rds-single-az.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a database in one zone fails', () => {
  expect(database({ MultiAZ: false, AvailabilityZone: 'us-east-1a' }).verdict(rdsSingleAz)).toMatchObject({
    status: 'fail',
    reason: 'single-az',
    parameters: { zone: 'us-east-1a' },
  });
});

test('a database with a standby passes', () => {
  expect(database({ MultiAZ: true }).verdict(rdsSingleAz)).toMatchObject({ status: 'pass' });
});

test('nothing is ever saved by it', () => {
  expect(database({ MultiAZ: true }).verdict(rdsSingleAz).saving).toBeUndefined();
});

test.each([
  [{ DBClusterIdentifier: 'aurora' }, 'in-cluster'],
  [{ ReadReplicaSourceDBInstanceIdentifier: 'main' }, 'replica'],
])('%o is not applicable', (body, reason) => {
  expect(database(body).verdict(rdsSingleAz)).toMatchObject({ status: 'not-applicable', reason });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsSingleAz)).toMatchObject(instancesDenied);
});
