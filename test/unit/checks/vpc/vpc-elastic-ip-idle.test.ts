import { expect, test } from 'vitest';
import { vpcElasticIpIdle } from '../../../../src/engine/checks/vpc/vpc-elastic-ip-idle.ts';
import { addresses, instances, networkInterfaces } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const address = (more: object = {}, region = 'us-east-1') =>
  estate({ account: ACCOUNT, region })
    .with(addresses, [
      { AllocationId: 'eipalloc-1', PublicIp: '203.0.113.5', PublicIpv4Pool: 'amazon', ...more },
    ])
    .with(instances, [])
    .with(networkInterfaces, []);
const onInstance = { AssociationId: 'eipassoc-1', InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' };
const onInterface = {
  AssociationId: 'eipassoc-1',
  NetworkInterfaceId: 'eni-1',
  NetworkInterfaceOwnerId: ACCOUNT,
};

test.each(['us-east-1', 'eu-west-1'])(
  'an address that is associated with nothing costs 3.65 a month in %s',
  (region) => {
    const verdict = address({}, region).verdict(vpcElasticIpIdle);
    expect(verdict).toMatchObject({ status: 'fail', reason: 'unassociated' });
    expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(3.65, 2);
    expect(verdict.saving!.kind).toBe('counted');
  },
);

test('in China the price is another, so no amount is named', () => {
  expect(address({}, 'cn-north-1').verdict(vpcElasticIpIdle)).toMatchObject({ status: 'fail' });
  expect(address({}, 'cn-north-1').verdict(vpcElasticIpIdle).saving).toBeUndefined();
});

test('an address on a stopped instance is idle, though it is associated', () => {
  const verdict = address(onInstance)
    .with(instances, [{ InstanceId: 'i-1', State: { Name: 'stopped' } }])
    .verdict(vpcElasticIpIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'on-stopped-instance' });
  expect(verdict.saving!.monthly).toBe(3_650_000);
});

test('an address on an interface that is attached to nothing is idle', () => {
  const verdict = address(onInterface)
    .with(networkInterfaces, [{ NetworkInterfaceId: 'eni-1', Status: 'available' }])
    .verdict(vpcElasticIpIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'on-unattached-interface' });
});

test('an address on a running instance or a NAT gateway passes', () => {
  expect(
    address(onInstance)
      .with(instances, [{ InstanceId: 'i-1', State: { Name: 'running' } }])
      .verdict(vpcElasticIpIdle).status,
  ).toBe('pass');
  expect(
    address(onInterface)
      .with(networkInterfaces, [
        { NetworkInterfaceId: 'eni-1', Status: 'in-use', Description: 'Interface for NAT Gateway nat-1' },
      ])
      .verdict(vpcElasticIpIdle),
  ).toMatchObject({ status: 'pass', parameters: { user: 'Interface for NAT Gateway nat-1' } });
});

test('an address on an interface of AWS passes without a look at the interfaces', () => {
  const verdict = address({ ...onInterface, NetworkInterfaceOwnerId: 'amazon-elb' })
    .without(networkInterfaces)
    .verdict(vpcElasticIpIdle);
  expect(verdict).toMatchObject({ status: 'pass', parameters: { user: 'amazon-elb' } });
});

test.each([
  ['own-address', { PublicIpv4Pool: 'ipv4pool-ec2-1' }],
  ['own-address', { CustomerOwnedIp: '198.51.100.1', CustomerOwnedIpv4Pool: 'ipv4pool-coip-1' }],
  ['managed', { ServiceManaged: 'alb' }],
])('it is not applicable (%s) to %j', (reason, more) => {
  expect(address(more).verdict(vpcElasticIpIdle)).toMatchObject({ status: 'not-applicable', reason });
});

test('a user that is not in the lists makes it unknown', () => {
  expect(address(onInstance).verdict(vpcElasticIpIdle).reason).toBe('user-not-listed');
  expect(address(onInterface).verdict(vpcElasticIpIdle).reason).toBe('user-not-listed');
});

test('without the instances or the interfaces it is unknown only where they matter', () => {
  expect(address(onInstance).without(instances).verdict(vpcElasticIpIdle).status).toBe('unknown');
  expect(address(onInterface).without(networkInterfaces).verdict(vpcElasticIpIdle).status).toBe('unknown');
  expect(address().without(instances).without(networkInterfaces).verdict(vpcElasticIpIdle).status).toBe(
    'fail',
  );
  expect(address().without(addresses).verdict(vpcElasticIpIdle).status).toBe('unknown');
});
