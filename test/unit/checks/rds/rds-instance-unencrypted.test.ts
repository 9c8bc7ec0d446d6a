import { expect, test } from 'vitest';
import { rdsInstanceUnencrypted } from '../../../../src/engine/checks/rds/rds-instance-unencrypted.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('an unencrypted database fails', () => {
  expect(database({ StorageEncrypted: false }).verdict(rdsInstanceUnencrypted)).toMatchObject({
    status: 'fail',
    reason: 'unencrypted',
  });
});

test('an encrypted database passes', () => {
  expect(database({ StorageEncrypted: true }).verdict(rdsInstanceUnencrypted).status).toBe('pass');
});

test('an instance of a cluster is not applicable, because the cluster is judged', () => {
  const member = database({ DBClusterIdentifier: 'aurora', StorageEncrypted: false });
  expect(member.verdict(rdsInstanceUnencrypted)).toMatchObject({
    status: 'not-applicable',
    reason: 'in-cluster',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsInstanceUnencrypted)).toMatchObject(instancesDenied);
});
