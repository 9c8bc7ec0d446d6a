import { expect, test } from 'vitest';
import { ebsVolumeMagnetic } from '../../../../src/engine/checks/ec2/ebs-volume-magnetic.ts';
import { volumes } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const volume = (VolumeType: 'standard' | 'st1' | 'gp2') =>
  estate().with(volumes, [{ VolumeId: 'vol-1', Size: 40, VolumeType }]);

test('a magnetic volume fails without an amount: per GiB it is cheaper than gp3', () => {
  const verdict = volume('standard').verdict(ebsVolumeMagnetic);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'magnetic', parameters: { size: 40 } });
  expect(verdict.saving).toBeUndefined();
});

test.each(['st1', 'gp2'] as const)('a volume of type %s passes', (type) => {
  expect(volume(type).verdict(ebsVolumeMagnetic).status).toBe('pass');
});

test('volumes that could not be listed are unknown', () => {
  expect(volume('gp2').without(volumes).verdict(ebsVolumeMagnetic).status).toBe('unknown');
});
