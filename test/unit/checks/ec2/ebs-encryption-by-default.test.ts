import { expect, test } from 'vitest';
import { ebsEncryptionByDefault } from '../../../../src/engine/checks/ec2/ebs-encryption-by-default.ts';
import { ebsEncryptionByDefault as setting } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const region = (EbsEncryptionByDefault?: boolean) => estate().with(setting, [{ EbsEncryptionByDefault }]);

test('a region where new volumes are in the clear fails', () => {
  expect(region(false).verdict(ebsEncryptionByDefault)).toMatchObject({
    status: 'fail',
    reason: 'off',
    parameters: { region: 'us-east-1' },
  });
});

test('a region that encrypts by default passes', () => {
  expect(region(true).verdict(ebsEncryptionByDefault).status).toBe('pass');
});

test('an answer without the setting is unknown, and so is a denied read', () => {
  expect(region().verdict(ebsEncryptionByDefault)).toMatchObject({ status: 'unknown', reason: 'not-told' });
  expect(region(true).without(setting).verdict(ebsEncryptionByDefault)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'ec2:GetEbsEncryptionByDefault' }],
  });
});
