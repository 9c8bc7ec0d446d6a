import { expect, test } from 'vitest';
import { cloudtrailLogValidation } from '../../../../src/engine/checks/cloudtrail/cloudtrail-log-validation.ts';
import { trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { ofOrganization, readDenied, trail } from './fixtures.ts';

test('a trail without validation of its files fails', () => {
  expect(trail({ LogFileValidationEnabled: false }).verdict(cloudtrailLogValidation)).toMatchObject({
    status: 'fail',
    reason: 'off',
  });
});

test('a trail with it passes', () => {
  expect(trail({ LogFileValidationEnabled: true }).verdict(cloudtrailLogValidation).status).toBe('pass');
});

test('the trail of the organization is judged at its owner', () => {
  expect(trail({}, '999988887777').verdict(cloudtrailLogValidation)).toMatchObject(ofOrganization);
});

test('trails that could not be listed are unknown', () => {
  expect(trail().without(trails).verdict(cloudtrailLogValidation)).toMatchObject(
    readDenied('cloudtrail:DescribeTrails'),
  );
});
