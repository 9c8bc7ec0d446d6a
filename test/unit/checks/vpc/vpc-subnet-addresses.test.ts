import { expect, test } from 'vitest';
import { vpcSubnetAddresses } from '../../../../src/engine/checks/vpc/vpc-subnet-addresses.ts';
import { subnets } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const subnet = (AvailableIpAddressCount: number | undefined, more: object = {}) =>
  estate().with(subnets, [
    {
      SubnetId: 'subnet-1',
      CidrBlock: '10.0.0.0/24',
      ...(AvailableIpAddressCount !== undefined && { AvailableIpAddressCount }),
      ...more,
    },
  ]);

test('a subnet with less than a tenth of its 251 usable addresses free fails', () => {
  expect(subnet(25).verdict(vpcSubnetAddresses)).toMatchObject({
    status: 'fail',
    reason: 'nearly-full',
    parameters: { free: 25, usable: 251 },
  });
});

test('a subnet with a tenth free passes', () => {
  expect(subnet(26).verdict(vpcSubnetAddresses).status).toBe('pass');
});

test('the share can be tuned', () => {
  expect(subnet(100).verdict(vpcSubnetAddresses, { parameters: { free: 0.5 } }).status).toBe('fail');
});

test('a subnet of IPv6 alone and one of another account are not applicable', () => {
  expect(
    subnet(undefined, { CidrBlock: undefined, Ipv6Native: true }).verdict(vpcSubnetAddresses).reason,
  ).toBe('ipv6-only');
  expect(subnet(1, { OwnerId: '999900001111' }).verdict(vpcSubnetAddresses).reason).toBe('shared');
});

test('subnets that could not be listed are unknown', () => {
  expect(subnet(1).without(subnets).verdict(vpcSubnetAddresses).status).toBe('unknown');
});
