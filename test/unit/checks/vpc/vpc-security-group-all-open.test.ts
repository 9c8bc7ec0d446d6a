import { expect, test } from 'vitest';
import { vpcSecurityGroupAllOpen } from '../../../../src/engine/checks/vpc/vpc-security-group-all-open.ts';
import { securityGroups } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const anywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const group = (permission: object, more: object = {}) =>
  estate().with(securityGroups, [{ GroupId: 'sg-1', IpPermissions: [permission], ...more }]);

test('a rule of all protocols from anywhere fails', () => {
  expect(group({ IpProtocol: '-1', ...anywhere }).verdict(vpcSecurityGroupAllOpen)).toMatchObject({
    status: 'fail',
    reason: 'all-protocols',
    subKey: 'all/0.0.0.0/0',
  });
});

test('a rule of all TCP ports from anywhere fails', () => {
  const all = { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535, ...anywhere };
  expect(group(all).verdict(vpcSecurityGroupAllOpen)).toMatchObject({
    status: 'fail',
    reason: 'all-ports',
    parameters: { protocol: 'tcp' },
  });
});

test('outbound rules that are open do not count', () => {
  const verdict = group(
    { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...anywhere },
    { IpPermissionsEgress: [{ IpProtocol: '-1', ...anywhere }] },
  ).verdict(vpcSecurityGroupAllOpen);
  expect(verdict).toMatchObject({ status: 'pass', reason: 'closed' });
});

test('everything from an own network passes', () => {
  const inside = { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }] };
  expect(group(inside).verdict(vpcSecurityGroupAllOpen).status).toBe('pass');
});

test('a shared group is not applicable, and groups that could not be listed are unknown', () => {
  const open = { IpProtocol: '-1', ...anywhere };
  expect(group(open, { OwnerId: '999900001111' }).verdict(vpcSecurityGroupAllOpen).reason).toBe('shared');
  expect(group(open).without(securityGroups).verdict(vpcSecurityGroupAllOpen).status).toBe('unknown');
});
