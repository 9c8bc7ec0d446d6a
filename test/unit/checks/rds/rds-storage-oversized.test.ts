import { expect, test } from 'vitest';
import { rdsStorageOversized } from '../../../../src/engine/checks/rds/rds-storage-oversized.ts';
import { dbInstances, freeStorageSpace } from '../../../../src/engine/collectors/rds.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';
import { database, instancesDenied, metricDenied } from './fixtures.ts';

const GIB = 1024 ** 3;
const withFree = (free: number, body = {}) =>
  database({ AllocatedStorage: 1000, ...body }).facet(freeStorageSpace, 'orders', steady(free * GIB));

test('1,000 GiB of which 100 are used fail, without an amount', () => {
  const verdict = withFree(900).verdict(rdsStorageOversized);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'mostly-free',
    parameters: { size: 1000, used: 100 },
  });
  expect(verdict.saving).toBeUndefined();
});

test('the fullest day counts', () => {
  const series = daily([900, 900, 900, 300, 900, 900, 900].map((free) => free * GIB));
  expect(
    database({ AllocatedStorage: 1000 })
      .facet(freeStorageSpace, 'orders', series)
      .verdict(rdsStorageOversized),
  ).toMatchObject({ status: 'pass', parameters: { used: 700 } });
});

test('an empty metric is unknown', () => {
  expect(
    database({ AllocatedStorage: 1000 })
      .facet(freeStorageSpace, 'orders', steady(0, 0))
      .verdict(rdsStorageOversized),
  ).toMatchObject({ status: 'unknown', reason: 'too-little-data' });
});

test.each([
  [{ DBClusterIdentifier: 'aurora' }, 'in-cluster'],
  [{ DBInstanceStatus: 'stopped' }, 'not-running'],
  [{ AllocatedStorage: 20 }, 'small'],
  [{ InstanceCreateTime: daysAgo(3) }, 'too-young'],
])('%o is not applicable', (body, reason) => {
  expect(withFree(900, body).verdict(rdsStorageOversized)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('free storage that could not be read is unknown', () => {
  expect(withFree(900).without(freeStorageSpace).verdict(rdsStorageOversized)).toMatchObject(
    metricDenied('FreeStorageSpace'),
  );
});

test('databases that could not be listed are unknown', () => {
  expect(withFree(900).without(dbInstances).verdict(rdsStorageOversized)).toMatchObject(instancesDenied);
});
