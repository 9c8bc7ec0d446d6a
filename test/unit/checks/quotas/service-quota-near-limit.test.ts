import { expect, test } from 'vitest';
import { serviceQuotaNearLimit } from '../../../../src/engine/checks/quotas/service-quota-near-limit.ts';
import { addresses, instances, natGateways, subnets, vpcs } from '../../../../src/engine/collectors/ec2.ts';
import { loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { quotaCodes, quotas } from '../../../../src/engine/collectors/quotas.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const quota = (QuotaCode: string, Value?: number) =>
  estate().with(quotas, [
    {
      QuotaCode,
      QuotaName: 'Things',
      QuotaArn: `arn:aws:servicequotas:us-east-1:${ACCOUNT}:vpc/${QuotaCode}`,
      ...(Value !== undefined && { Value }),
    },
  ]);

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const vpcsOf = (count: number, OwnerId = ACCOUNT) =>
  many(count, (index) => ({ VpcId: `vpc-${OwnerId}-${index}`, OwnerId }));

test.each([
  [7, 'pass', 'far', undefined],
  [8, 'fail', 'near', undefined],
  [10, 'fail', 'reached', 'high'],
])('%i of 10 VPCs: %s, %s', (count, status, reason, severity) => {
  const verdict = quota(quotaCodes.vpcs, 10).with(vpcs, vpcsOf(count)).verdict(serviceQuotaNearLimit);
  expect(verdict).toMatchObject({ status, reason, parameters: { used: count, limit: 10 } });
  expect(verdict.severity).toBe(severity);
});

test('VPCs that another account shares count against its quota', () => {
  const shared = quota(quotaCodes.vpcs, 10).with(vpcs, [...vpcsOf(2), ...vpcsOf(9, '444455556666')]);
  expect(shared.verdict(serviceQuotaNearLimit)).toMatchObject({ status: 'pass', parameters: { used: 2 } });
});

test('NAT gateways are counted in the fullest zone, without deleted and regional ones', () => {
  const network = quota(quotaCodes.natGatewaysPerZone, 5)
    .with(subnets, [
      { SubnetId: 'subnet-a', AvailabilityZone: 'us-east-1a' },
      { SubnetId: 'subnet-a2', AvailabilityZone: 'us-east-1a' },
      { SubnetId: 'subnet-b', AvailabilityZone: 'us-east-1b' },
    ])
    .with(natGateways, [
      { NatGatewayId: 'nat-1', SubnetId: 'subnet-a', State: 'available' },
      { NatGatewayId: 'nat-2', SubnetId: 'subnet-a2', State: 'available' },
      { NatGatewayId: 'nat-3', SubnetId: 'subnet-b', State: 'available' },
      { NatGatewayId: 'nat-4', SubnetId: 'subnet-a', State: 'deleted' },
      { NatGatewayId: 'nat-5', State: 'available' },
    ]);
  expect(network.verdict(serviceQuotaNearLimit)).toMatchObject({ status: 'pass', parameters: { used: 2 } });
});

test('vCPUs are those of running on-demand instances of the standard families', () => {
  const vcpus = (CoreCount: number) => ({ CpuOptions: { CoreCount, ThreadsPerCore: 2 } });
  const running = { State: { Name: 'running' as const } };
  const fleet = quota(quotaCodes.standardVcpus, 32).with(instances, [
    { InstanceId: 'i-1', InstanceType: 'm7g.xlarge' as const, ...running, ...vcpus(2) },
    { InstanceId: 'i-2', InstanceType: 'c5.4xlarge' as const, ...running, ...vcpus(8) },
    {
      InstanceId: 'i-3',
      InstanceType: 'm5.large' as const,
      ...running,
      ...vcpus(9),
      InstanceLifecycle: 'spot' as const,
    },
    { InstanceId: 'i-4', InstanceType: 'g5.xlarge' as const, ...running, ...vcpus(9) },
    { InstanceId: 'i-5', InstanceType: 'inf2.xlarge' as const, ...running, ...vcpus(9) },
    {
      InstanceId: 'i-6',
      InstanceType: 'm5.large' as const,
      State: { Name: 'stopped' as const },
      ...vcpus(9),
    },
  ]);
  expect(fleet.verdict(serviceQuotaNearLimit)).toMatchObject({ status: 'pass', parameters: { used: 20 } });
});

test('load balancers count by their kind', () => {
  const arn = (name: string) =>
    `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/${name}/1`;
  const balancers = quota(quotaCodes.applicationLoadBalancers, 2).with(loadBalancers, [
    { LoadBalancerArn: arn('a'), LoadBalancerName: 'a', Type: 'application' },
    { LoadBalancerArn: arn('b'), LoadBalancerName: 'b', Type: 'network' },
  ]);
  expect(balancers.verdict(serviceQuotaNearLimit)).toMatchObject({ parameters: { used: 1 } });
});

test('a quota that nothing is counted for, or that has no value, is not applicable', () => {
  expect(quota('L-UNKNOWN', 5).verdict(serviceQuotaNearLimit).reason).toBe('not-counted');
  expect(quota(quotaCodes.vpcs).verdict(serviceQuotaNearLimit).reason).toBe('no-limit');
});

test('a quota is unknown when its own listing was not read, and only then', () => {
  const elastic = quota(quotaCodes.elasticIps, 5).with(
    addresses,
    many(4, (index) => ({ AllocationId: `eip-${index}` })),
  );
  expect(elastic.without(vpcs).verdict(serviceQuotaNearLimit)).toMatchObject({
    status: 'fail',
    reason: 'near',
  });
  expect(elastic.without(addresses).verdict(serviceQuotaNearLimit)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeAddresses' }],
  });
  expect(quota(quotaCodes.vpcs, 5).without(quotas).verdict(serviceQuotaNearLimit).status).toBe('unknown');
});
