import { expect, test } from 'vitest';
import { rdsClusterSingleInstance } from '../../../../src/engine/checks/rds/rds-cluster-single-instance.ts';
import { dbClusters } from '../../../../src/engine/collectors/rds.ts';
import { cluster, clustersDenied } from './fixtures.ts';

const members = (...names: string[]) => names.map((DBInstanceIdentifier) => ({ DBInstanceIdentifier }));

test('a cluster of one instance fails', () => {
  expect(cluster({ DBClusterMembers: members('a') }).verdict(rdsClusterSingleInstance)).toMatchObject({
    status: 'fail',
    reason: 'one-instance',
  });
});

test('two instances in one zone fail too', () => {
  expect(
    cluster({ DBClusterMembers: members('a', 'b'), MultiAZ: false }).verdict(rdsClusterSingleInstance),
  ).toMatchObject({ status: 'fail', reason: 'one-zone' });
});

test('instances in several zones pass', () => {
  expect(
    cluster({ DBClusterMembers: members('a', 'b'), MultiAZ: true }).verdict(rdsClusterSingleInstance),
  ).toMatchObject({ status: 'pass', parameters: { count: 2 } });
});

test('a cluster without instances and Aurora Serverless v1 are not applicable', () => {
  expect(cluster({ DBClusterMembers: [] }).verdict(rdsClusterSingleInstance)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-instance',
  });
  expect(cluster({ EngineMode: 'serverless' }).verdict(rdsClusterSingleInstance)).toMatchObject({
    status: 'not-applicable',
    reason: 'serverless',
  });
});

test('clusters that could not be listed are unknown', () => {
  expect(cluster().without(dbClusters).verdict(rdsClusterSingleInstance)).toMatchObject(clustersDenied);
});
