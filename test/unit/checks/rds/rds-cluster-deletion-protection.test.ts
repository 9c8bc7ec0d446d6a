import { expect, test } from 'vitest';
import { rdsClusterDeletionProtection } from '../../../../src/engine/checks/rds/rds-cluster-deletion-protection.ts';
import { dbClusters } from '../../../../src/engine/collectors/rds.ts';
import { cluster, clustersDenied } from './fixtures.ts';

test('a cluster without deletion protection fails', () => {
  expect(cluster({ DeletionProtection: false }).verdict(rdsClusterDeletionProtection)).toMatchObject({
    status: 'fail',
    reason: 'unprotected',
  });
});

test('a protected cluster passes', () => {
  expect(cluster({ DeletionProtection: true }).verdict(rdsClusterDeletionProtection).status).toBe('pass');
});

test('clusters that could not be listed are unknown', () => {
  expect(cluster().without(dbClusters).verdict(rdsClusterDeletionProtection)).toMatchObject(clustersDenied);
});
