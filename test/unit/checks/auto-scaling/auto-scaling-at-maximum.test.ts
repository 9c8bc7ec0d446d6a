import { expect, test } from 'vitest';
import { autoScalingAtMaximum } from '../../../../src/engine/checks/auto-scaling/auto-scaling-at-maximum.ts';
import { autoScalingGroups } from '../../../../src/engine/collectors/auto-scaling.ts';
import { group } from './fixtures.ts';

test('a group that wants all it may have fails', () => {
  expect(group({ DesiredCapacity: 6 }).verdict(autoScalingAtMaximum)).toMatchObject({
    status: 'fail',
    parameters: { desired: 6, max: 6 },
  });
});

test('a group with room passes', () => {
  expect(group().verdict(autoScalingAtMaximum).status).toBe('pass');
});

test('a group of fixed size is always at its maximum and not applicable, and neither is one switched off', () => {
  expect(group({ MinSize: 3, MaxSize: 3 }).verdict(autoScalingAtMaximum).reason).toBe('fixed-size');
  expect(group({ MinSize: 0, MaxSize: 0, DesiredCapacity: 0 }).verdict(autoScalingAtMaximum).reason).toBe(
    'switched-off',
  );
});

test('groups that could not be listed are unknown', () => {
  expect(group().without(autoScalingGroups).verdict(autoScalingAtMaximum).status).toBe('unknown');
});
