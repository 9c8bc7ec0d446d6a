import { expect, test } from 'vitest';
import { rdsClusterBackupRetention } from '../../../../src/engine/checks/rds/rds-cluster-backup-retention.ts';
import { dbClusters } from '../../../../src/engine/collectors/rds.ts';
import { cluster, clustersDenied } from './fixtures.ts';

test('the default of one day fails', () => {
  expect(cluster({ BackupRetentionPeriod: 1 }).verdict(rdsClusterBackupRetention)).toMatchObject({
    status: 'fail',
    reason: 'short',
    parameters: { kept: 1, days: 7 },
  });
});

test('seven days pass', () => {
  expect(cluster({ BackupRetentionPeriod: 7 }).verdict(rdsClusterBackupRetention).status).toBe('pass');
});

test('clusters that could not be listed are unknown', () => {
  expect(cluster().without(dbClusters).verdict(rdsClusterBackupRetention)).toMatchObject(clustersDenied);
});
