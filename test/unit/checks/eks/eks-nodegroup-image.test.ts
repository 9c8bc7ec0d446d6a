import { expect, test } from 'vitest';
import { eksNodegroupImage } from '../../../../src/engine/checks/eks/eks-nodegroup-image.ts';
import { nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { estate } from '../../../support/estate.ts';
import { nodegroup } from './cluster.ts';

test.each([
  ['AL2_x86_64' as const, 'fail', 'ended'],
  ['AL2_ARM_64' as const, 'fail', 'ended'],
  ['AL2023_x86_64_STANDARD' as const, 'pass', 'published'],
  ['BOTTLEROCKET_ARM_64' as const, 'pass', 'published'],
  ['CUSTOM' as const, 'not-applicable', 'custom'],
])('nodes on %s: %s, %s', (amiType, status, reason) => {
  const group = estate().with(nodegroups, [nodegroup({ amiType })]);
  expect(group.verdict(eksNodegroupImage)).toMatchObject({ status, reason });
});

test('node groups that could not be described are unknown', () => {
  const group = estate()
    .with(nodegroups, [nodegroup({ amiType: 'AL2_x86_64' })])
    .without(nodegroups);
  expect(group.verdict(eksNodegroupImage).status).toBe('unknown');
});
