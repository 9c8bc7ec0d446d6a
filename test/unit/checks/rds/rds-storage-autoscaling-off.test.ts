import { expect, test } from 'vitest';
import { rdsStorageAutoscalingOff } from '../../../../src/engine/checks/rds/rds-storage-autoscaling-off.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a database without a limit to grow to does not grow, and fails', () => {
  expect(database({ AllocatedStorage: 100 }).verdict(rdsStorageAutoscalingOff)).toMatchObject({
    status: 'fail',
    reason: 'off',
  });
});

test('a database that may grow passes', () => {
  expect(
    database({ AllocatedStorage: 100, MaxAllocatedStorage: 500 }).verdict(rdsStorageAutoscalingOff),
  ).toMatchObject({ status: 'pass', parameters: { size: 100, limit: 500 } });
});

test('a database at its limit fails although autoscaling is on', () => {
  expect(
    database({ AllocatedStorage: 500, MaxAllocatedStorage: 500 }).verdict(rdsStorageAutoscalingOff),
  ).toMatchObject({ status: 'fail', reason: 'at-limit', severity: 'medium' });
});

test('an instance of a cluster is not applicable: its storage grows by itself', () => {
  expect(
    database({ DBClusterIdentifier: 'aurora', AllocatedStorage: 1 }).verdict(rdsStorageAutoscalingOff),
  ).toMatchObject({ status: 'not-applicable', reason: 'in-cluster' });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsStorageAutoscalingOff)).toMatchObject(instancesDenied);
});
