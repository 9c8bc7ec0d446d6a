import { expect, test } from 'vitest';
import {
  extendedSupportCost,
  gp3Iops,
  instanceCost,
  snapshotCost,
  storageCost,
  vcpus,
} from '../../../src/engine/pricing/rds.ts';
import { prices } from '../../support/estate.ts';

test.each([
  ['db.t3.micro', 2],
  ['db.t4g.medium', 2],
  ['db.t3.large', 2],
  ['db.m5.large', 2],
  ['db.m7g.xlarge', 4],
  ['db.r6i.16xlarge', 64],
  ['db.x2iedn.32xlarge', 128],
])('%s has %i vCPUs', (instanceClass, count) => {
  expect(vcpus(instanceClass)).toBe(count);
});

test.each(['db.serverless', 'db.t2.micro', 'db.m3.medium', 'db.r5.large.tpc1.mem2x', ''])(
  'of %s the vCPUs are not certain',
  (instanceClass) => {
    expect(vcpus(instanceClass)).toBeUndefined();
  },
);

test('instance hours of MySQL on db.t3.large cost 99.28 a month, twice that with a standby', () => {
  const shape = { engine: 'mysql', instanceClass: 'db.t3.large' };
  expect(instanceCost(prices, 'us-east-1', { ...shape, multiAz: false })?.toString()).toBe('99.28');
  expect(instanceCost(prices, 'us-east-1', { ...shape, multiAz: true })?.toString()).toBe('198.56');
  expect(instanceCost(prices, 'eu-west-1', { ...shape, multiAz: false })).toBeUndefined();
});

test('gp2 and gp3 cost the same in us-east-1, and twice as much with a standby', () => {
  for (const type of ['gp2', 'gp3']) {
    expect(storageCost(prices, 'us-east-1', { type, size: 100, multiAz: false })?.toString()).toBe('11.5');
    expect(storageCost(prices, 'us-east-1', { type, size: 100, multiAz: true })?.toString()).toBe('23');
  }
});

test('100 GiB of backup storage cost 9.50 a month', () => {
  expect(snapshotCost(prices, 'us-east-1', 100)?.toString()).toBe('9.5');
});

test('Extended Support of a db.t3.large costs 146.00 a month', () => {
  const shape = { instanceClass: 'db.t3.large', multiAz: false };
  expect(extendedSupportCost(prices, 'us-east-1', shape)?.toString()).toBe('146');
  expect(
    extendedSupportCost(prices, 'us-east-1', { ...shape, instanceClass: 'db.serverless' }),
  ).toBeUndefined();
});

test.each([
  ['mysql', 399, 3000],
  ['mysql', 400, 12_000],
  ['postgres', 5000, 12_000],
  ['sqlserver-se', 400, 3000],
])('gp3 of %s with %i GiB starts at %i IOPS', (engine, size, iops) => {
  expect(gp3Iops(engine, size)).toBe(iops);
});

test('for large Oracle volumes no baseline is claimed', () => {
  expect(gp3Iops('oracle-ee', 2000)).toBeUndefined();
});
