import { expect, test } from 'vitest';
import { autoScalingFixedSize } from '../../../../src/engine/checks/auto-scaling/auto-scaling-fixed-size.ts';
import { autoScalingGroups } from '../../../../src/engine/collectors/auto-scaling.ts';
import { group } from './fixtures.ts';

test('a group of always four fails', () => {
  expect(group({ MinSize: 4, MaxSize: 4 }).verdict(autoScalingFixedSize)).toMatchObject({
    status: 'fail',
    parameters: { size: 4 },
  });
});

test('a group of two to six passes', () => {
  expect(group().verdict(autoScalingFixedSize)).toMatchObject({
    status: 'pass',
    parameters: { min: 2, max: 6 },
  });
});

test('a group of always one heals itself and is not applicable, and neither is one that is switched off', () => {
  expect(group({ MinSize: 1, MaxSize: 1 }).verdict(autoScalingFixedSize).reason).toBe('one-instance');
  expect(group({ MinSize: 0, MaxSize: 0 }).verdict(autoScalingFixedSize).reason).toBe('switched-off');
});

test('groups that could not be listed are unknown', () => {
  expect(group().without(autoScalingGroups).verdict(autoScalingFixedSize).status).toBe('unknown');
});
