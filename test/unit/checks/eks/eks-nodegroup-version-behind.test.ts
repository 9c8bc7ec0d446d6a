import { expect, test } from 'vitest';
import { eksNodegroupVersionBehind } from '../../../../src/engine/checks/eks/eks-nodegroup-version-behind.ts';
import { clusters, nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { cluster, nodegroup } from './cluster.ts';

const nodes = (version?: string) =>
  cluster({ version: '1.33' }).with(nodegroups, [nodegroup(version ? { version } : {})]);

test.each([
  ['1.33', 'pass', 'close', undefined],
  ['1.32', 'pass', 'close', undefined],
  ['1.31', 'fail', 'behind', undefined],
  ['1.29', 'fail', 'unsupported', 'high'],
  [undefined, 'not-applicable', 'no-version', undefined],
])('nodes on %s in a cluster on 1.33: %s, %s', (version, status, reason, severity) => {
  const verdict = nodes(version).verdict(eksNodegroupVersionBehind);
  expect(verdict).toMatchObject({ status, reason });
  expect(verdict.severity).toBe(severity);
});

test('clusters that could not be described are unknown', () => {
  expect(nodes('1.29').without(clusters).verdict(eksNodegroupVersionBehind)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'eks:DescribeCluster' }],
  });
});
