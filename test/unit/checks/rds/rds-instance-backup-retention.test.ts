import { expect, test } from 'vitest';
import { rdsInstanceBackupRetention } from '../../../../src/engine/checks/rds/rds-instance-backup-retention.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a database without automated backups fails and is worse than one with few', () => {
  expect(database({ BackupRetentionPeriod: 0 }).verdict(rdsInstanceBackupRetention)).toMatchObject({
    status: 'fail',
    reason: 'off',
    severity: 'high',
  });
});

test('six days fail, seven pass', () => {
  expect(database({ BackupRetentionPeriod: 6 }).verdict(rdsInstanceBackupRetention)).toMatchObject({
    status: 'fail',
    reason: 'short',
    parameters: { kept: 6, days: 7 },
  });
  expect(database({ BackupRetentionPeriod: 7 }).verdict(rdsInstanceBackupRetention).status).toBe('pass');
});

test('the number of days can be tuned', () => {
  expect(
    database({ BackupRetentionPeriod: 7 }).verdict(rdsInstanceBackupRetention, { parameters: { days: 30 } }),
  ).toMatchObject({ status: 'fail', parameters: { kept: 7, days: 30 } });
});

test('a replica and an instance of a cluster are not applicable', () => {
  const replica = database({ ReadReplicaSourceDBInstanceIdentifier: 'main', BackupRetentionPeriod: 0 });
  expect(replica.verdict(rdsInstanceBackupRetention)).toMatchObject({
    status: 'not-applicable',
    reason: 'replica',
  });
  const member = database({ DBClusterIdentifier: 'aurora', BackupRetentionPeriod: 1 });
  expect(member.verdict(rdsInstanceBackupRetention)).toMatchObject({
    status: 'not-applicable',
    reason: 'in-cluster',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsInstanceBackupRetention)).toMatchObject(instancesDenied);
});
