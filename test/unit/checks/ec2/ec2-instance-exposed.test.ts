import { expect, test } from 'vitest';
import { ec2InstanceExposed } from '../../../../src/engine/checks/ec2/ec2-instance-exposed.ts';
import {
  instances,
  networkAcls,
  routeTables,
  securityGroups,
} from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const ssh = (source: object) => ({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...source });
const anyIpv4 = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const anyIpv6 = { Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const toInternet = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' as const };
const toInternet6 = { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active' as const };
const allowAll = { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' };
const publicIp = { Association: { PublicIp: '203.0.113.10' } };

interface World {
  card?: object;
  state?: 'running' | 'stopped';
  rules?: object[];
  routes?: object[];
  association?: object;
  aclAssociation?: object;
  entries?: object[];
}
const world = ({
  card = publicIp,
  state = 'running',
  rules = [ssh(anyIpv4)],
  routes = [toInternet],
  association = { SubnetId: 'subnet-1' },
  aclAssociation = { SubnetId: 'subnet-1' },
  entries = [allowAll],
}: World = {}) =>
  estate()
    .with(instances, [
      {
        InstanceId: 'i-1',
        State: { Name: state },
        NetworkInterfaces: [
          {
            NetworkInterfaceId: 'eni-1',
            SubnetId: 'subnet-1',
            VpcId: 'vpc-1',
            Groups: [{ GroupId: 'sg-1' }],
            ...card,
          },
        ],
      },
    ])
    .with(securityGroups, [{ GroupId: 'sg-1', IpPermissions: rules }])
    .with(routeTables, [
      { RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [association], Routes: routes },
    ])
    .with(networkAcls, [{ NetworkAclId: 'acl-1', Associations: [aclAssociation], Entries: entries }]);

test('SSH open on a public address with a route and an ACL that lets it in fails as critical', () => {
  expect(ec2InstanceExposed.severity).toBe('critical');
  expect(world().verdict(ec2InstanceExposed)).toMatchObject({
    status: 'fail',
    reason: 'exposed',
    parameters: { address: '203.0.113.10', ports: ['22'], groups: ['sg-1'] },
  });
});

test('the main route table of the VPC counts where the subnet names none', () => {
  expect(world({ association: { Main: true } }).verdict(ec2InstanceExposed).status).toBe('fail');
});

test('a public address on a secondary private one counts', () => {
  const card = { PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.5' }, publicIp] };
  expect(world({ card }).verdict(ec2InstanceExposed).status).toBe('fail');
});

test('a rule for every protocol opens both administration ports', () => {
  const verdict = world({ rules: [{ IpProtocol: '-1', ...anyIpv4 }] }).verdict(ec2InstanceExposed);
  expect(verdict.parameters).toMatchObject({ ports: ['22', '3389'] });
});

test('IPv6 exposes like IPv4, with its own rule and its own route', () => {
  const card = { Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }] };
  const entries = [{ ...allowAll, CidrBlock: undefined, Ipv6CidrBlock: '::/0' }];
  const open = { card, rules: [ssh(anyIpv6)], routes: [toInternet6], entries };
  expect(world(open).verdict(ec2InstanceExposed)).toMatchObject({
    status: 'fail',
    parameters: { address: '2001:db8::1' },
  });
  // An egress-only gateway lets nothing in, and an IPv4 rule says nothing of IPv6.
  const egressOnly = {
    DestinationIpv6CidrBlock: '::/0',
    EgressOnlyInternetGatewayId: 'eigw-1',
    State: 'active',
  };
  expect(world({ ...open, routes: [egressOnly] }).verdict(ec2InstanceExposed).reason).toBe(
    'no-internet-route',
  );
  expect(world({ ...open, rules: [ssh(anyIpv4)] }).verdict(ec2InstanceExposed).reason).toBe('no-open-group');
});

test.each<[string, World]>([
  ['no-open-group', { rules: [ssh({ IpRanges: [{ CidrIp: '198.51.100.0/24' }] })] }],
  ['no-open-group', { rules: [{ ...ssh(anyIpv4), FromPort: 443, ToPort: 443 }] }],
  [
    'no-internet-route',
    { routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }] },
  ],
  ['no-internet-route', { routes: [{ ...toInternet, State: 'blackhole' }] }],
  ['shut-by-acl', { entries: [{ ...allowAll, RuleNumber: 50, RuleAction: 'deny' }, allowAll] }],
])('one barrier is enough to pass: %s', (reason, barrier) => {
  expect(world(barrier).verdict(ec2InstanceExposed)).toMatchObject({ status: 'pass', reason });
});

test('a stopped instance and one without a public address are not applicable', () => {
  expect(world({ state: 'stopped' }).verdict(ec2InstanceExposed).reason).toBe('not-running');
  expect(world({ card: {} }).verdict(ec2InstanceExposed)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-public-address',
  });
});

test('a group, route table or ACL that another account keeps to itself makes it unknown', () => {
  expect(
    world({ card: { ...publicIp, Groups: [{ GroupId: 'sg-9' }] } }).verdict(ec2InstanceExposed),
  ).toMatchObject({
    status: 'unknown',
    reason: 'group-not-listed',
    parameters: { group: 'sg-9' },
  });
  const elsewhere = { SubnetId: 'subnet-9' };
  expect(world({ association: elsewhere }).verdict(ec2InstanceExposed).reason).toBe('route-table-not-listed');
  expect(world({ aclAssociation: elsewhere }).verdict(ec2InstanceExposed).reason).toBe('acl-not-listed');
});

test.each([instances, securityGroups, routeTables, networkAcls])('without a read it is unknown', (read) => {
  expect(world().without(read).verdict(ec2InstanceExposed).status).toBe('unknown');
});

test('closed groups settle it without routes and ACLs', () => {
  expect(
    world({ rules: [] }).without(routeTables).without(networkAcls).verdict(ec2InstanceExposed).status,
  ).toBe('pass');
});
