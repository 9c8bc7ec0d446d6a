import { expect, test } from 'vitest';
import { ebsVolumeUnattached } from '../../../../src/engine/checks/ec2/ebs-volume-unattached.ts';
import { volumes } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';

const volume = (State: 'available' | 'in-use' | 'creating', more: object = {}) =>
  estate().with(volumes, [
    { VolumeId: 'vol-1', VolumeType: 'gp3', Size: 100, Iops: 4000, Throughput: 225, State, ...more },
  ]);

test('an available volume fails with all that it costs: storage, IOPS and throughput', () => {
  const verdict = volume('available').verdict(ebsVolumeUnattached);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'unattached' });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(8 + 5 + 4, 2);
});

test('a volume in use passes', () => {
  expect(volume('in-use').verdict(ebsVolumeUnattached).status).toBe('pass');
});

test('a volume on its way, or managed by AWS, is not applicable', () => {
  expect(volume('creating').verdict(ebsVolumeUnattached).reason).toBe('in-transition');
  expect(
    volume('available', { Operator: { Managed: true, Principal: 'eks.amazonaws.com' } }).verdict(
      ebsVolumeUnattached,
    ),
  ).toMatchObject({ status: 'not-applicable', reason: 'managed' });
});

test('volumes that could not be listed are unknown', () => {
  expect(volume('in-use').without(volumes).verdict(ebsVolumeUnattached).status).toBe('unknown');
});
