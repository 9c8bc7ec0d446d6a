import { expect, test } from 'vitest';
import { ec2InstanceRole } from '../../../../src/engine/checks/ec2/ec2-instance-role.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const profile = 'arn:aws:iam::111122223333:instance-profile/web';
const instance = (Arn?: string) =>
  estate().with(instances, [{ InstanceId: 'i-1', ...(Arn && { IamInstanceProfile: { Arn } }) }]);

test('an instance without a profile fails', () => {
  expect(instance().verdict(ec2InstanceRole)).toMatchObject({ status: 'fail', reason: 'no-role' });
});

test('an instance with a profile passes', () => {
  expect(instance(profile).verdict(ec2InstanceRole)).toMatchObject({
    status: 'pass',
    parameters: { profile },
  });
});

test('instances that could not be listed are unknown', () => {
  expect(instance(profile).without(instances).verdict(ec2InstanceRole).status).toBe('unknown');
});
