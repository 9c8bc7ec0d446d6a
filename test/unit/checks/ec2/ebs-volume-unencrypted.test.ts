import { expect, test } from 'vitest';
import { ebsVolumeUnencrypted } from '../../../../src/engine/checks/ec2/ebs-volume-unencrypted.ts';
import { volumes } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const volume = (Encrypted: boolean) =>
  estate().with(volumes, [{ VolumeId: 'vol-1', Size: 20, Encrypted, AvailabilityZone: 'us-east-1a' }]);

test('a volume in the clear fails, attached or not', () => {
  expect(volume(false).verdict(ebsVolumeUnencrypted)).toMatchObject({
    status: 'fail',
    reason: 'clear',
    parameters: { size: 20 },
  });
});

test('an encrypted volume passes', () => {
  expect(volume(true).verdict(ebsVolumeUnencrypted).status).toBe('pass');
});

test('volumes that could not be listed are unknown', () => {
  expect(volume(true).without(volumes).verdict(ebsVolumeUnencrypted).status).toBe('unknown');
});
