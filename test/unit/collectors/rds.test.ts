import { expect, test } from 'vitest';
import {
  databaseConnections,
  dbClusters,
  dbInstances,
  dbSnapshotAttributes,
  dbSnapshots,
  freeStorageSpace,
} from '../../../src/engine/collectors/rds.ts';
import { at, type Found, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);

const found = <B>(body: B, name = 'orders'): Found<B> =>
  ({ account: ACCOUNT, region: REGION, type: '', arn: `arn:${name}`, name, body }) as Found<B>;

test('an instance, a cluster and a snapshot are known by the ARN that RDS gives', () => {
  const DBInstanceArn = 'arn:aws:rds:us-east-1:111122223333:db:orders';
  const instance = { DBInstanceArn, DBInstanceIdentifier: 'orders' };
  expect(dbInstances.store(instance, here, redactor('test'))).toMatchObject({
    arn: DBInstanceArn,
    name: 'orders',
  });
  const DBClusterArn = 'arn:aws:rds:us-east-1:111122223333:cluster:orders';
  expect(dbClusters.store({ DBClusterArn }, here, redactor('test')).arn).toBe(DBClusterArn);
  const DBSnapshotArn = 'arn:aws:rds:us-east-1:111122223333:snapshot:old';
  expect(dbSnapshots.store({ DBSnapshotArn }, here, redactor('test')).arn).toBe(DBSnapshotArn);
});

test('tags are in the answer', () => {
  if (typeof dbInstances.tags !== 'function') throw new Error('tags are not read from the body');
  expect(dbInstances.tags({ TagList: [{ Key: 'owner', Value: 'billing' }] })).toEqual({ owner: 'billing' });
});

test('pages follow the marker, and of snapshots 5,000 a place are taken', () => {
  for (const listing of [dbInstances, dbClusters, dbSnapshots])
    expect(listing.page).toEqual({ output: 'Marker', input: 'Marker' });
  expect(dbSnapshots.budget).toBe(5000);
});

test.each([
  ['manual', false, true],
  ['manual', true, false],
  ['automated', false, false],
])('of a snapshot that is %s and encrypted: %s, sharing is read: %s', (SnapshotType, Encrypted, read) => {
  expect(dbSnapshotAttributes.when(found({ SnapshotType, Encrypted }))).toBe(read);
});

test('metrics are read of databases that run, free storage only where the instance has its own', () => {
  expect(databaseConnections.when(found({ DBInstanceStatus: 'available' }))).toBe(true);
  expect(databaseConnections.when(found({ DBInstanceStatus: 'stopped' }))).toBe(false);
  const member = { DBInstanceStatus: 'available', DBClusterIdentifier: 'aurora' };
  expect(databaseConnections.when(found(member))).toBe(true);
  expect(freeStorageSpace.when(found(member))).toBe(false);
});

test('a metric is asked for by the name of the instance, fourteen days back', () => {
  expect(databaseConnections.input([found({})], here)).toMatchObject({
    Namespace: 'AWS/RDS',
    MetricName: 'DatabaseConnections',
    Dimensions: [{ Name: 'DBInstanceIdentifier', Value: 'orders' }],
    StartTime: new Date('2026-10-19T08:00:00Z'),
    EndTime: NOW,
    Statistics: ['Maximum'],
  });
});
