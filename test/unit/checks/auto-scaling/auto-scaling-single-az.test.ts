import { expect, test } from 'vitest';
import { autoScalingSingleAz } from '../../../../src/engine/checks/auto-scaling/auto-scaling-single-az.ts';
import { autoScalingGroups } from '../../../../src/engine/collectors/auto-scaling.ts';
import { group } from './fixtures.ts';

test('a group in one zone fails', () => {
  expect(group({ AvailabilityZones: ['us-east-1a'] }).verdict(autoScalingSingleAz)).toMatchObject({
    status: 'fail',
    parameters: { zone: 'us-east-1a' },
  });
});

test('a group in two zones passes', () => {
  expect(group().verdict(autoScalingSingleAz).status).toBe('pass');
});

test('a group that is switched off is not applicable', () => {
  expect(
    group({ MinSize: 0, MaxSize: 0, AvailabilityZones: ['us-east-1a'] }).verdict(autoScalingSingleAz).reason,
  ).toBe('switched-off');
});

test('a group without zones is unknown, and so are groups that could not be listed', () => {
  expect(group({ AvailabilityZones: [] }).verdict(autoScalingSingleAz).reason).toBe('zones-not-told');
  expect(group().without(autoScalingGroups).verdict(autoScalingSingleAz)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'autoscaling:DescribeAutoScalingGroups' }],
  });
});
