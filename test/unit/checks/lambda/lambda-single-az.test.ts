import { expect, test } from 'vitest';
import { lambdaSingleAz } from '../../../../src/engine/checks/lambda/lambda-single-az.ts';
import { subnets } from '../../../../src/engine/collectors/ec2.ts';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { functionsDenied, lambda, readDenied } from './fixtures.ts';

const inSubnets = (zones: Record<string, string>) =>
  lambda({ VpcConfig: { SubnetIds: Object.keys(zones) } }).with(
    subnets,
    Object.entries(zones).map(([SubnetId, AvailabilityZone]) => ({ SubnetId, AvailabilityZone })),
  );

test('subnets in two zones pass', () => {
  expect(
    inSubnets({ 'subnet-1': 'us-east-1a', 'subnet-2': 'us-east-1b' }).verdict(lambdaSingleAz),
  ).toMatchObject({
    status: 'pass',
    parameters: { zones: ['us-east-1a', 'us-east-1b'] },
  });
});

test('two subnets in one zone fail', () => {
  expect(
    inSubnets({ 'subnet-1': 'us-east-1a', 'subnet-2': 'us-east-1a' }).verdict(lambdaSingleAz),
  ).toMatchObject({
    status: 'fail',
    reason: 'one-zone',
  });
});

test('one subnet is one zone, whichever it is', () => {
  expect(inSubnets({ 'subnet-1': 'us-east-1a' }).without(subnets).verdict(lambdaSingleAz)).toMatchObject({
    status: 'fail',
    reason: 'one-subnet',
  });
});

test('a function outside a VPC is not applicable', () => {
  expect(lambda().verdict(lambdaSingleAz)).toMatchObject({ status: 'not-applicable', reason: 'no-vpc' });
  expect(lambda({ VpcConfig: { SubnetIds: [], VpcId: '' } }).verdict(lambdaSingleAz).status).toBe(
    'not-applicable',
  );
});

test('a subnet that is not among those read is unknown', () => {
  const missing = lambda({ VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'] } }).with(subnets, []);
  expect(missing.verdict(lambdaSingleAz)).toMatchObject({ status: 'unknown', reason: 'no-subnet' });
});

test('subnets that could not be listed are unknown', () => {
  const two = inSubnets({ 'subnet-1': 'us-east-1a', 'subnet-2': 'us-east-1b' });
  expect(two.without(subnets).verdict(lambdaSingleAz)).toMatchObject(readDenied('ec2:DescribeSubnets'));
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaSingleAz)).toMatchObject(functionsDenied);
});
