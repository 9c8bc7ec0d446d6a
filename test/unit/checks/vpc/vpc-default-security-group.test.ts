import { expect, test } from 'vitest';
import { vpcDefaultSecurityGroup } from '../../../../src/engine/checks/vpc/vpc-default-security-group.ts';
import { securityGroups } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const group = (more: object = {}) =>
  estate().with(securityGroups, [{ GroupId: 'sg-1', GroupName: 'default', ...more }]);
const any = { IpProtocol: '-1' };

test('a default group as AWS makes it fails: inbound from itself, outbound to all', () => {
  expect(
    group({ IpPermissions: [any], IpPermissionsEgress: [any] }).verdict(vpcDefaultSecurityGroup),
  ).toMatchObject({ status: 'fail', reason: 'has-rules', parameters: { inbound: 1, outbound: 1 } });
});

test('outbound rules alone fail', () => {
  expect(group({ IpPermissionsEgress: [any] }).verdict(vpcDefaultSecurityGroup).status).toBe('fail');
});

test('a default group without rules passes', () => {
  expect(group().verdict(vpcDefaultSecurityGroup)).toMatchObject({ status: 'pass', reason: 'closed' });
});

test('other groups and those of other accounts are not applicable', () => {
  expect(group({ GroupName: 'web' }).verdict(vpcDefaultSecurityGroup).reason).toBe('not-default');
  expect(group({ OwnerId: '999900001111' }).verdict(vpcDefaultSecurityGroup).reason).toBe('shared');
});

test('groups that could not be listed are unknown', () => {
  expect(group().without(securityGroups).verdict(vpcDefaultSecurityGroup).status).toBe('unknown');
});
