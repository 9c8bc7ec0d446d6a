import { expect, test } from 'vitest';
import { vpcNetworkAclAdminPorts } from '../../../../src/engine/checks/vpc/vpc-network-acl-admin-ports.ts';
import { networkAcls } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const allow = { RuleNumber: 100, RuleAction: 'allow', Protocol: '-1', CidrBlock: '0.0.0.0/0', Egress: false };
const denySsh = {
  ...allow,
  RuleNumber: 90,
  RuleAction: 'deny',
  Protocol: '6',
  PortRange: { From: 22, To: 22 },
};
const denyRdp = { ...denySsh, RuleNumber: 91, PortRange: { From: 3389, To: 3389 } };

const acl = (Entries: object[], more: object = {}) =>
  estate().with(networkAcls, [
    { NetworkAclId: 'acl-1', Associations: [{ SubnetId: 'subnet-1' }], Entries, ...more },
  ]);

test('an ACL as AWS makes it fails for both ports and families', () => {
  const verdict = acl([
    allow,
    { ...allow, RuleNumber: 101, CidrBlock: undefined, Ipv6CidrBlock: '::/0' },
  ]).verdict(vpcNetworkAclAdminPorts);
  expect(verdict).toMatchObject({
    status: 'fail',
    parameters: { ports: ['22 (IPv4)', '3389 (IPv4)', '22 (IPv6)', '3389 (IPv6)'] },
  });
});

test('one port denied leaves the other', () => {
  expect(acl([denySsh, allow]).verdict(vpcNetworkAclAdminPorts).parameters).toEqual({
    ports: ['3389 (IPv4)'],
  });
});

test('both ports denied ahead pass', () => {
  expect(acl([denySsh, denyRdp, allow]).verdict(vpcNetworkAclAdminPorts)).toMatchObject({
    status: 'pass',
    reason: 'closed',
  });
});

test('an ACL without a subnet and one of another account are not applicable', () => {
  expect(acl([allow], { Associations: [] }).verdict(vpcNetworkAclAdminPorts).reason).toBe('unused');
  expect(acl([allow], { OwnerId: '999900001111' }).verdict(vpcNetworkAclAdminPorts).reason).toBe('shared');
});

test('ACLs that could not be listed are unknown', () => {
  expect(acl([allow]).without(networkAcls).verdict(vpcNetworkAclAdminPorts).status).toBe('unknown');
});
