import { expect, test } from 'vitest';
import { rdsClusterUnencrypted } from '../../../../src/engine/checks/rds/rds-cluster-unencrypted.ts';
import { dbClusters } from '../../../../src/engine/collectors/rds.ts';
import { cluster, clustersDenied } from './fixtures.ts';

test('an unencrypted cluster fails', () => {
  expect(cluster({ StorageEncrypted: false }).verdict(rdsClusterUnencrypted)).toMatchObject({
    status: 'fail',
    reason: 'unencrypted',
  });
});

test('an encrypted cluster passes', () => {
  expect(cluster({ StorageEncrypted: true }).verdict(rdsClusterUnencrypted).status).toBe('pass');
});

test('clusters that could not be listed are unknown', () => {
  expect(cluster().without(dbClusters).verdict(rdsClusterUnencrypted)).toMatchObject(clustersDenied);
});
