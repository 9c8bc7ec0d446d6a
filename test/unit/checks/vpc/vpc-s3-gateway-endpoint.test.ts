import { expect, test } from 'vitest';
import { vpcS3GatewayEndpoint } from '../../../../src/engine/checks/vpc/vpc-s3-gateway-endpoint.ts';
import { routeTables, vpcEndpoints, vpcs } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const toNat = (RouteTableId: string, more: object = {}) => ({
  RouteTableId,
  VpcId: 'vpc-1',
  Associations: [{ SubnetId: `subnet-${RouteTableId}` }],
  Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' as const }],
  ...more,
});
const endpoint = (more: object = {}) => ({
  VpcEndpointId: 'vpce-1',
  VpcId: 'vpc-1',
  VpcEndpointType: 'Gateway' as const,
  ServiceName: 'com.amazonaws.us-east-1.s3',
  // The service writes `available`, the type of the SDK `Available`.
  State: 'available' as 'Available',
  RouteTableIds: ['rtb-1'],
  ...more,
});
const vpc = (tables: object[], endpoints: object[], more: object = {}) =>
  estate()
    .with(vpcs, [{ VpcId: 'vpc-1', ...more }])
    .with(routeTables, tables)
    .with(vpcEndpoints, endpoints);

test('a VPC with a NAT route and no endpoint fails without an amount', () => {
  const verdict = vpc([toNat('rtb-1'), toNat('rtb-2')], []).verdict(vpcS3GatewayEndpoint);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'none', parameters: { tables: 2 } });
  expect(verdict.saving).toBeUndefined();
});

test.each([
  { ServiceName: 'com.amazonaws.us-east-1.dynamodb' },
  { VpcEndpointType: 'Interface' },
  { State: 'deleting' },
])('an endpoint with %j is no gateway to S3', (more) => {
  expect(vpc([toNat('rtb-1')], [endpoint(more)]).verdict(vpcS3GatewayEndpoint).reason).toBe('none');
});

test('an endpoint that a NAT route table does not know fails and names the table', () => {
  expect(vpc([toNat('rtb-1'), toNat('rtb-2')], [endpoint()]).verdict(vpcS3GatewayEndpoint)).toMatchObject({
    status: 'fail',
    reason: 'not-routed',
    parameters: { missing: ['rtb-2'] },
  });
});

test('an endpoint in every NAT route table passes', () => {
  expect(vpc([toNat('rtb-1')], [endpoint()]).verdict(vpcS3GatewayEndpoint)).toMatchObject({ status: 'pass' });
});

test('it is not applicable without NAT, with a table nobody follows, and in a shared VPC', () => {
  expect(vpc([], []).verdict(vpcS3GatewayEndpoint).reason).toBe('no-nat');
  expect(vpc([toNat('rtb-1', { Associations: [] })], []).verdict(vpcS3GatewayEndpoint).reason).toBe('no-nat');
  expect(vpc([], [], { OwnerId: '999900001111' }).verdict(vpcS3GatewayEndpoint).reason).toBe('shared');
});

test.each([vpcs, routeTables, vpcEndpoints])('without a read it is unknown', (read) => {
  expect(
    vpc([toNat('rtb-1')], [endpoint()])
      .without(read)
      .verdict(vpcS3GatewayEndpoint).status,
  ).toBe('unknown');
});
