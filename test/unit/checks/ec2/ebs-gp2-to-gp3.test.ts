import { expect, test } from 'vitest';
import { ebsGp2ToGp3 } from '../../../../src/engine/checks/ec2/ebs-gp2-to-gp3.ts';
import { volumes } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';

const gp2 = (Size: number) => estate().with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'gp2', Size }]);

// Amounts of table 1.1 in the catalogue of formulas, at 0.10 and 0.08 a GiB.
test.each([
  [20, 0.28],
  [100, 1.88],
  [500, 5],
  [1000, 15],
  [2000, 20],
  [5334, 36.68],
  [16384, 257.68],
])('a gp2 volume of %i GiB fails and saves %f a month at equal performance', (size, saved) => {
  const verdict = gp2(size).verdict(ebsGp2ToGp3);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'gp3-is-cheaper' });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(saved, 2);
  expect(verdict.saving!.kind).toBe('counted');
});

test.each([3, 6, 200, 249, 250])('a gp2 volume of %i GiB passes: gp3 would not be cheaper', (size) => {
  expect(gp2(size).verdict(ebsGp2ToGp3)).toMatchObject({ status: 'pass', reason: 'gp2-is-cheaper' });
});

test('a gp3 volume is not applicable', () => {
  const verdict = estate()
    .with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'gp3', Size: 10 }])
    .verdict(ebsGp2ToGp3);
  expect(verdict).toMatchObject({ status: 'not-applicable', reason: 'not-gp2' });
});

test('a region without prices names no amount', () => {
  const verdict = estate({ account: '111122223333', region: 'eu-west-1' })
    .with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'gp2', Size: 1000 }])
    .verdict(ebsGp2ToGp3);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'gp2-price-unknown' });
  expect(verdict.saving).toBeUndefined();
});

test('volumes that could not be listed are unknown, with the permission that is missing', () => {
  expect(gp2(1000).without(volumes).verdict(ebsGp2ToGp3)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeVolumes', outcome: 'denied', permission: 'ec2:DescribeVolumes' }],
  });
});
