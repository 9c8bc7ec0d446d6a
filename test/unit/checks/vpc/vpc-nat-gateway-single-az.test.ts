import { expect, test } from 'vitest';
import { vpcNatGatewaySingleAz } from '../../../../src/engine/checks/vpc/vpc-nat-gateway-single-az.ts';
import { natGateways, routeTables, subnets, vpcs } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const zoned = (id: string, zone: string) => ({
  SubnetId: id,
  VpcId: 'vpc-1',
  AvailabilityZone: `us-east-1${zone}`,
});
const routed = (id: string, nat: string, ...users: string[]) => ({
  RouteTableId: id,
  VpcId: 'vpc-1',
  Associations: users.map((user) => (user === 'main' ? { Main: true } : { SubnetId: user })),
  Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: nat, State: 'active' as const }],
});
const nat = (id: string, subnet: string, more: object = {}) => ({
  NatGatewayId: id,
  SubnetId: subnet,
  VpcId: 'vpc-1',
  ...more,
});

/** Private subnets in zones a and b, public ones beside them. */
const vpc = (tables: object[], gateways: object[], more: object = {}) =>
  estate()
    .with(vpcs, [{ VpcId: 'vpc-1', ...more }])
    .with(subnets, [
      zoned('public-a', 'a'),
      zoned('public-b', 'b'),
      zoned('private-a', 'a'),
      zoned('private-b', 'b'),
    ])
    .with(routeTables, [
      {
        RouteTableId: 'rtb-public',
        VpcId: 'vpc-1',
        Associations: [{ SubnetId: 'public-a' }, { SubnetId: 'public-b' }],
      },
      ...tables,
    ])
    .with(natGateways, gateways);

test('private subnets of two zones behind one gateway fail', () => {
  const verdict = vpc(
    [routed('rtb-1', 'nat-1', 'private-a', 'private-b')],
    [nat('nat-1', 'public-a')],
  ).verdict(vpcNatGatewaySingleAz);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'single',
    parameters: { served: ['us-east-1a', 'us-east-1b'], zones: ['us-east-1a'], gateways: ['nat-1'] },
  });
});

test('two gateways in the same zone are no better', () => {
  const verdict = vpc(
    [routed('rtb-1', 'nat-1', 'private-a'), routed('rtb-2', 'nat-2', 'private-b')],
    [nat('nat-1', 'public-a'), nat('nat-2', 'public-a')],
  ).verdict(vpcNatGatewaySingleAz);
  expect(verdict.reason).toBe('single');
});

test('the main route table counts for subnets that name none', () => {
  expect(
    vpc([routed('rtb-1', 'nat-1', 'main')], [nat('nat-1', 'public-a')]).verdict(vpcNatGatewaySingleAz).status,
  ).toBe('fail');
});

test('a gateway in each zone passes, and so does a regional one', () => {
  expect(
    vpc(
      [routed('rtb-1', 'nat-1', 'private-a'), routed('rtb-2', 'nat-2', 'private-b')],
      [nat('nat-1', 'public-a'), nat('nat-2', 'public-b')],
    ).verdict(vpcNatGatewaySingleAz).reason,
  ).toBe('several');
  expect(
    vpc(
      [routed('rtb-1', 'nat-1', 'private-a', 'private-b')],
      [{ NatGatewayId: 'nat-1', VpcId: 'vpc-1', AvailabilityMode: 'regional' }],
    ).verdict(vpcNatGatewaySingleAz).reason,
  ).toBe('regional');
});

test('one gateway is right for the subnets of one zone', () => {
  expect(
    vpc([routed('rtb-1', 'nat-1', 'private-a')], [nat('nat-1', 'public-a')]).verdict(vpcNatGatewaySingleAz)
      .reason,
  ).toBe('one-zone');
});

test('a VPC without NAT and one of another account are not applicable', () => {
  expect(vpc([], []).verdict(vpcNatGatewaySingleAz).reason).toBe('no-nat');
  expect(vpc([], [], { OwnerId: '999900001111' }).verdict(vpcNatGatewaySingleAz).reason).toBe('shared');
});

test('a route to a gateway that is not listed is unknown', () => {
  expect(
    vpc([routed('rtb-1', 'nat-9', 'private-a', 'private-b')], []).verdict(vpcNatGatewaySingleAz),
  ).toMatchObject({
    status: 'unknown',
    reason: 'gateway-not-listed',
  });
});

test.each([vpcs, subnets, routeTables, natGateways])('without a read it is unknown', (read) => {
  const whole = vpc([routed('rtb-1', 'nat-1', 'private-a', 'private-b')], [nat('nat-1', 'public-a')]);
  expect(whole.without(read).verdict(vpcNatGatewaySingleAz).status).toBe('unknown');
});
