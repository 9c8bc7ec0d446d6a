import { expect, test } from 'vitest';
import { eksNodegroupFixedSize } from '../../../../src/engine/checks/eks/eks-nodegroup-fixed-size.ts';
import { nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { estate } from '../../../support/estate.ts';
import { nodegroup } from './cluster.ts';

test.each([
  [{ minSize: 3, maxSize: 3, desiredSize: 3 }, 'fail', 'fixed'],
  [{ minSize: 1, maxSize: 6, desiredSize: 6 }, 'pass', 'elastic'],
  [{ minSize: 0, maxSize: 1, desiredSize: 0 }, 'not-applicable', 'parked'],
  [{}, 'not-applicable', 'no-sizes'],
])('%j: %s, %s', (scalingConfig, status, reason) => {
  const group = estate().with(nodegroups, [nodegroup({ scalingConfig })]);
  expect(group.verdict(eksNodegroupFixedSize)).toMatchObject({ status, reason });
});

test('node groups that could not be described are unknown', () => {
  expect(estate().with(nodegroups, []).without(nodegroups).verdict(eksNodegroupFixedSize).status).toBe(
    'unknown',
  );
});
