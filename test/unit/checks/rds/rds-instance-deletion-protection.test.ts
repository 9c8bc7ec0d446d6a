import { expect, test } from 'vitest';
import { rdsInstanceDeletionProtection } from '../../../../src/engine/checks/rds/rds-instance-deletion-protection.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a database without deletion protection fails', () => {
  expect(database({ DeletionProtection: false }).verdict(rdsInstanceDeletionProtection)).toMatchObject({
    status: 'fail',
    reason: 'unprotected',
  });
});

test('a protected database passes', () => {
  expect(database({ DeletionProtection: true }).verdict(rdsInstanceDeletionProtection).status).toBe('pass');
});

test.each([
  [{ DBClusterIdentifier: 'aurora' }, 'in-cluster'],
  [{ ReadReplicaSourceDBInstanceIdentifier: 'main' }, 'replica'],
])('%o is not applicable', (body, reason) => {
  expect(database(body).verdict(rdsInstanceDeletionProtection)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsInstanceDeletionProtection)).toMatchObject(
    instancesDenied,
  );
});
