import { expect, test } from 'vitest';
import { rdsCpuSaturated } from '../../../../src/engine/checks/rds/rds-cpu-saturated.ts';
import { cpuUtilization, dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';
import { database, instancesDenied, metricDenied } from './fixtures.ts';

test('a database at 95 % every day fails', () => {
  expect(database().facet(cpuUtilization, 'orders', steady(95)).verdict(rdsCpuSaturated)).toMatchObject({
    status: 'fail',
    reason: 'saturated',
    parameters: { high: 14, days: 14, peak: 90 },
  });
});

test('a weekly batch job is no saturation', () => {
  const series = daily([100, 20, 20, 20, 20, 20, 20, 100, 20, 20, 20, 20, 20, 20]);
  expect(database().facet(cpuUtilization, 'orders', series).verdict(rdsCpuSaturated)).toMatchObject({
    status: 'pass',
    parameters: { high: 2 },
  });
});

test('an empty metric is unknown', () => {
  expect(database().facet(cpuUtilization, 'orders', steady(0, 0)).verdict(rdsCpuSaturated)).toMatchObject({
    status: 'unknown',
    reason: 'too-little-data',
  });
});

test.each([
  [{ DBInstanceStatus: 'stopped' }, 'not-running'],
  [{ InstanceCreateTime: daysAgo(3) }, 'too-young'],
])('%o is not applicable', (body, reason) => {
  expect(database(body).facet(cpuUtilization, 'orders', steady(95)).verdict(rdsCpuSaturated)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('CPU use that could not be read is unknown', () => {
  const busy = database().facet(cpuUtilization, 'orders', steady(95));
  expect(busy.without(cpuUtilization).verdict(rdsCpuSaturated)).toMatchObject(metricDenied('CPUUtilization'));
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsCpuSaturated)).toMatchObject(instancesDenied);
});
