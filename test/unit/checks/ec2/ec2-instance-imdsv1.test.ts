import { expect, test } from 'vitest';
import { ec2InstanceImdsv1 } from '../../../../src/engine/checks/ec2/ec2-instance-imdsv1.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const instance = (MetadataOptions?: object) =>
  estate().with(instances, [{ InstanceId: 'i-1', ...(MetadataOptions && { MetadataOptions }) }]);

test('an instance that answers without a token fails', () => {
  expect(
    instance({ HttpTokens: 'optional', HttpEndpoint: 'enabled' }).verdict(ec2InstanceImdsv1),
  ).toMatchObject({ status: 'fail', reason: 'tokens-optional' });
});

test('an instance that requires tokens passes', () => {
  expect(
    instance({ HttpTokens: 'required', HttpEndpoint: 'enabled' }).verdict(ec2InstanceImdsv1).status,
  ).toBe('pass');
});

test('optional tokens do no harm where the endpoint is off', () => {
  expect(
    instance({ HttpTokens: 'optional', HttpEndpoint: 'disabled' }).verdict(ec2InstanceImdsv1),
  ).toMatchObject({ status: 'pass', reason: 'endpoint-off' });
});

test('an instance that tells nothing is unknown, and so are instances that could not be listed', () => {
  expect(instance().verdict(ec2InstanceImdsv1)).toMatchObject({ status: 'unknown', reason: 'not-told' });
  expect(instance().without(instances).verdict(ec2InstanceImdsv1).status).toBe('unknown');
});
