import { expect, test } from 'vitest';
import { vpcRouteBlackhole } from '../../../../src/engine/checks/vpc/vpc-route-blackhole.ts';
import { routeTables } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const table = (route: object, more: object = {}) =>
  estate().with(routeTables, [
    {
      RouteTableId: 'rtb-1',
      Associations: [{ SubnetId: 'subnet-1' }],
      Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }, route],
      ...more,
    },
  ]);
const lost = { DestinationCidrBlock: '10.9.0.0/16', VpcPeeringConnectionId: 'pcx-1', State: 'blackhole' };

test('a route whose target is gone fails and names both', () => {
  expect(table(lost).verdict(vpcRouteBlackhole)).toMatchObject({
    status: 'fail',
    parameters: { routes: ['10.9.0.0/16 (pcx-1)'] },
  });
});

test('routes of IPv6 and of prefix lists count', () => {
  const verdict = (destination: object) =>
    table({ ...destination, State: 'blackhole' }).verdict(vpcRouteBlackhole);
  expect(verdict({ DestinationIpv6CidrBlock: '::/0' }).parameters).toEqual({ routes: ['::/0'] });
  expect(verdict({ DestinationPrefixListId: 'pl-1' }).parameters).toEqual({ routes: ['pl-1'] });
});

test('a table with live routes passes', () => {
  expect(table({ ...lost, State: 'active' }).verdict(vpcRouteBlackhole).status).toBe('pass');
});

test('a table that nothing follows and one of another account are not applicable', () => {
  expect(table(lost, { Associations: [] }).verdict(vpcRouteBlackhole).reason).toBe('unused');
  expect(table(lost, { OwnerId: '999900001111' }).verdict(vpcRouteBlackhole).reason).toBe('shared');
});

test('tables that could not be listed are unknown', () => {
  expect(table(lost).without(routeTables).verdict(vpcRouteBlackhole).status).toBe('unknown');
});
