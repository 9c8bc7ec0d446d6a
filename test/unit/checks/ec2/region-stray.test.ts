import { expect, test } from 'vitest';
import { regionStray } from '../../../../src/engine/checks/ec2/region-stray.ts';
import {
  addresses,
  instances,
  natGateways,
  regions,
  volumes,
} from '../../../../src/engine/collectors/ec2.ts';
import { loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { estate } from '../../../support/estate.ts';

/** An account whose home is us-east-1, with so many volumes there and in eu-west-1. */
const account = (home: number, away: number) => {
  const some = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => ({ VolumeId: `vol-${prefix}${index}` }));
  return estate()
    .with(regions, [{ RegionName: 'us-east-1' }, { RegionName: 'eu-west-1' }])
    .with(volumes, some(home, 'h'))
    .with(volumes, some(away, 'a'), { region: 'eu-west-1' });
};
const verdictOn = (subject: ReturnType<typeof account>, region: string) =>
  subject.judge(regionStray).find((one) => one.subject.region === region)!.verdict;

test('three resources in a region fail when the account has thirty', () => {
  expect(verdictOn(account(27, 3), 'eu-west-1')).toMatchObject({
    status: 'fail',
    reason: 'stray',
    parameters: { resources: 3, total: 30 },
  });
});

test('the same three pass in an account that is small itself', () => {
  expect(verdictOn(account(20, 3), 'eu-west-1')).toMatchObject({
    status: 'pass',
    reason: 'small-account',
    parameters: { resources: 3, total: 23 },
  });
});

test('a region with more than a handful passes, however small its share', () => {
  expect(verdictOn(account(1000, 6), 'eu-west-1')).toMatchObject({ status: 'pass', reason: 'at-home' });
});

test('a region without resources is not applicable, and so is one that was not scanned', () => {
  expect(verdictOn(account(30, 0), 'eu-west-1')).toMatchObject({ status: 'not-applicable', reason: 'empty' });
  const unscanned = estate()
    .with(regions, [{ RegionName: 'ap-south-1' }])
    .verdict(regionStray);
  expect(unscanned).toMatchObject({ status: 'not-applicable', reason: 'not-scanned' });
});

test.each([instances, volumes, addresses, natGateways, loadBalancers])(
  'without a listing it is unknown',
  (read) => {
    expect(verdictOn(account(27, 3).without(read), 'eu-west-1').status).toBe('unknown');
  },
);
