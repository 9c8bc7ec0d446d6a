import { expect, test } from 'vitest';
import { cloudtrailWithoutKms } from '../../../../src/engine/checks/cloudtrail/cloudtrail-without-kms.ts';
import { trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { ofOrganization, readDenied, trail } from './fixtures.ts';

test('a trail without a KMS key fails', () => {
  expect(trail().verdict(cloudtrailWithoutKms)).toMatchObject({ status: 'fail', reason: 'without-kms' });
});

test('a trail with one passes', () => {
  const KmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/key-1';
  expect(trail({ KmsKeyId }).verdict(cloudtrailWithoutKms)).toMatchObject({
    status: 'pass',
    seen: { KmsKeyId },
  });
});

test('the trail of the organization is judged at its owner', () => {
  expect(trail({}, '999988887777').verdict(cloudtrailWithoutKms)).toMatchObject(ofOrganization);
});

test('trails that could not be listed are unknown', () => {
  expect(trail().without(trails).verdict(cloudtrailWithoutKms)).toMatchObject(
    readDenied('cloudtrail:DescribeTrails'),
  );
});
