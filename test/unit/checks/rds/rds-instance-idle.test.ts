import { expect, test } from 'vitest';
import { rdsInstanceIdle } from '../../../../src/engine/checks/rds/rds-instance-idle.ts';
import { databaseConnections, dbClusters, dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';
import { database, instancesDenied, metricDenied } from './fixtures.ts';

const t3large = { DBInstanceClass: 'db.t3.large', MultiAZ: false };
const idle = (body = {}, region?: string) =>
  database({ ...t3large, ...body }, region).facet(databaseConnections, 'orders', steady(0));

// Oracle: MySQL db.t3.large costs 99.28 a month in one zone and 198.56 in two.
test.each([
  [false, 99.28],
  [true, 198.56],
])('a database without connections fails; with Multi-AZ %s its hours cost %f a month', (MultiAZ, cost) => {
  const verdict = idle({ MultiAZ }).verdict(rdsInstanceIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'idle' });
  expect(fromMicros(verdict.saving!.monthly)).toBe(cost);
});

test('the amount is advisory, because commitments were not read', () => {
  expect(idle().verdict(rdsInstanceIdle).saving).toMatchObject({
    kind: 'advisory',
    advisory: 'commitments-not-read',
  });
});

test('one connection on one day is use', () => {
  const used = database(t3large).facet(databaseConnections, 'orders', daily([0, 0, 0, 1, 0, 0, 0, 0]));
  expect(used.verdict(rdsInstanceIdle)).toMatchObject({ status: 'pass', reason: 'used' });
});

test('a class without a price names no amount', () => {
  const verdict = idle({ DBInstanceClass: 'db.r7g.large' }).verdict(rdsInstanceIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'idle-price-unknown' });
  expect(verdict.saving).toBeUndefined();
  expect(idle({}, 'eu-west-1').verdict(rdsInstanceIdle).saving).toBeUndefined();
});

test('an empty metric is no proof of idleness', () => {
  expect(
    database(t3large).facet(databaseConnections, 'orders', steady(0, 0)).verdict(rdsInstanceIdle),
  ).toMatchObject({ status: 'unknown', reason: 'no-data' });
});

test('three days of data, as after a stop, are too few', () => {
  expect(
    database(t3large).facet(databaseConnections, 'orders', steady(0, 3)).verdict(rdsInstanceIdle),
  ).toMatchObject({ status: 'unknown', reason: 'too-little-data' });
});

test.each([
  [{ DBInstanceStatus: 'stopped' }, 'not-running'],
  [{ ReadReplicaSourceDBInstanceIdentifier: 'main' }, 'replica'],
  [{ InstanceCreateTime: daysAgo(13) }, 'too-young'],
])('%o is not applicable', (body, reason) => {
  expect(idle(body).verdict(rdsInstanceIdle)).toMatchObject({ status: 'not-applicable', reason });
});

const inCluster = (DBInstanceIdentifier: string) =>
  idle({ DBClusterIdentifier: 'aurora' }).with(dbClusters, [
    {
      DBClusterIdentifier: 'aurora',
      DBClusterMembers: [{ DBInstanceIdentifier, IsClusterWriter: true }],
    },
  ]);

test('an idle writer of a cluster fails, an idle reader is kept for the failover', () => {
  expect(inCluster('orders').verdict(rdsInstanceIdle).status).toBe('fail');
  expect(inCluster('another').verdict(rdsInstanceIdle)).toMatchObject({
    status: 'not-applicable',
    reason: 'reader',
  });
});

test('whether an idle instance is a reader is unknown without the clusters', () => {
  expect(inCluster('orders').without(dbClusters).verdict(rdsInstanceIdle)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'rds:DescribeDBClusters' }],
  });
});

test('connections that could not be read are unknown', () => {
  expect(idle().without(databaseConnections).verdict(rdsInstanceIdle)).toMatchObject(
    metricDenied('DatabaseConnections'),
  );
});

test('databases that could not be listed are unknown', () => {
  expect(idle().without(dbInstances).verdict(rdsInstanceIdle)).toMatchObject(instancesDenied);
});
