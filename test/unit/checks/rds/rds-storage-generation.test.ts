import { expect, test } from 'vitest';
import { rdsStorageGeneration } from '../../../../src/engine/checks/rds/rds-storage-generation.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

const gp2 = (AllocatedStorage: number, body = {}, region?: string) =>
  database({ StorageType: 'gp2', AllocatedStorage, ...body }, region);

test.each([
  [100, 300, 3000],
  [400, 1200, 12_000],
  [4000, 12_000, 12_000],
])('%i GiB of gp2 give %i IOPS where gp3 gives %i', (size, gp2Iops, gp3Iops) => {
  expect(gp2(size).verdict(rdsStorageGeneration)).toMatchObject({
    status: 'fail',
    reason: 'gp3-is-faster',
    parameters: { gp2Iops, gp3Iops },
  });
});

test('in us-east-1 gp3 costs the same as gp2 in RDS, so nothing is saved', () => {
  const verdict = gp2(500).verdict(rdsStorageGeneration);
  expect(verdict.parameters).toMatchObject({ gp2: 57_500_000, gp3: 57_500_000 });
  expect(verdict.saving).toBeUndefined();
});

test('very large gp2 has more IOPS than gp3 gives free, and passes', () => {
  expect(gp2(6000).verdict(rdsStorageGeneration)).toMatchObject({
    status: 'pass',
    reason: 'gp2-is-faster',
  });
});

test('magnetic storage fails', () => {
  expect(
    database({ StorageType: 'standard', AllocatedStorage: 50 }).verdict(rdsStorageGeneration),
  ).toMatchObject({
    status: 'fail',
    reason: 'magnetic',
    severity: 'medium',
  });
});

test.each([
  [{ StorageType: 'gp3', AllocatedStorage: 50 }, 'other-type'],
  [{ StorageType: 'aurora', DBClusterIdentifier: 'aurora' }, 'in-cluster'],
  [{ StorageType: 'gp2', AllocatedStorage: 2000, Engine: 'oracle-ee' }, 'baseline-unknown'],
])('%o is not applicable', (body, reason) => {
  expect(database(body).verdict(rdsStorageGeneration)).toMatchObject({ status: 'not-applicable', reason });
});

test('a region without prices names no amounts', () => {
  expect(gp2(100, {}, 'eu-west-1').verdict(rdsStorageGeneration)).toMatchObject({
    status: 'fail',
    reason: 'gp3-is-faster-price-unknown',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(gp2(100).without(dbInstances).verdict(rdsStorageGeneration)).toMatchObject(instancesDenied);
});
