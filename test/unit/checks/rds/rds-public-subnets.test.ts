import { expect, test } from 'vitest';
import { rdsPublicSubnets } from '../../../../src/engine/checks/rds/rds-public-subnets.ts';
import { routeTables } from '../../../../src/engine/collectors/ec2.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

const inSubnets = (...ids: string[]) =>
  database({
    DBSubnetGroup: {
      DBSubnetGroupName: 'data',
      VpcId: 'vpc-1',
      Subnets: ids.map((SubnetIdentifier) => ({ SubnetIdentifier })),
    },
  }).with(routeTables, [
    {
      RouteTableId: 'rtb-public',
      VpcId: 'vpc-1',
      Associations: [{ SubnetId: 'subnet-public' }],
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' }],
    },
    {
      RouteTableId: 'rtb-main',
      VpcId: 'vpc-1',
      Associations: [{ Main: true }],
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }],
    },
  ]);

test('one subnet with a route to an internet gateway fails', () => {
  expect(inSubnets('subnet-a', 'subnet-public').verdict(rdsPublicSubnets)).toMatchObject({
    status: 'fail',
    reason: 'public',
    parameters: { open: 1, all: 2 },
    seen: { PublicSubnets: ['subnet-public'] },
  });
});

test('subnets that follow the main table to a NAT gateway pass', () => {
  expect(inSubnets('subnet-a', 'subnet-b').verdict(rdsPublicSubnets)).toMatchObject({ status: 'pass' });
});

test('an instance without subnets is not applicable', () => {
  expect(database().verdict(rdsPublicSubnets)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-subnets',
  });
});

test('a subnet whose table is not among those read is unknown', () => {
  const elsewhere = database({
    DBSubnetGroup: { VpcId: 'vpc-2', Subnets: [{ SubnetIdentifier: 'subnet-z' }] },
  }).with(routeTables, []);
  expect(elsewhere.verdict(rdsPublicSubnets)).toMatchObject({ status: 'unknown', reason: 'no-route-table' });
});

test('route tables that could not be listed are unknown', () => {
  expect(inSubnets('subnet-a').without(routeTables).verdict(rdsPublicSubnets)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeRouteTables', permission: 'ec2:DescribeRouteTables' }],
  });
});

test('databases that could not be listed are unknown', () => {
  expect(inSubnets('subnet-a').without(dbInstances).verdict(rdsPublicSubnets)).toMatchObject(instancesDenied);
});
