import { expect, test } from 'vitest';
import { eksVersionSupport } from '../../../../src/engine/checks/eks/eks-version-support.ts';
import { clusters, clusterVersions } from '../../../../src/engine/collectors/eks.ts';
import { cluster, version } from './cluster.ts';

test.each([
  ['1.35', 'pass', 'standard', undefined],
  ['1.34', 'fail', 'ends-soon', 'low'],
  ['1.33', 'fail', 'extended', undefined],
  ['1.31', 'fail', 'extended', undefined],
  ['1.30', 'fail', 'unsupported', 'high'],
])('Kubernetes %s in November 2026: %s, %s', (kubernetes, status, reason, severity) => {
  const verdict = cluster({ version: kubernetes }).verdict(eksVersionSupport);
  expect(verdict).toMatchObject({ status, reason, parameters: { version: kubernetes, asOf: '2026-02-14' } });
  expect(verdict.severity).toBe(severity);
});

test('a version of the calendar is judged although DescribeClusterVersions was denied', () => {
  const verdict = cluster({ version: '1.33' }).without(clusterVersions).verdict(eksVersionSupport);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'extended' });
});

test('a version that is younger than the calendar is judged by what EKS says', () => {
  const young = cluster({ version: '1.37' }).with(clusterVersions, [
    version('1.37', {
      endOfStandardSupportDate: new Date('2027-12-01'),
      endOfExtendedSupportDate: new Date('2028-12-01'),
    }),
  ]);
  expect(young.verdict(eksVersionSupport)).toMatchObject({ status: 'pass', reason: 'standard-by-aws' });
});

test('a version that neither knows, or whose dates were not read, is unknown', () => {
  expect(cluster({ version: '1.37' }).verdict(eksVersionSupport)).toMatchObject({
    status: 'unknown',
    reason: 'no-dates',
  });
  expect(cluster({ version: '1.37' }).without(clusterVersions).verdict(eksVersionSupport)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'eks:DescribeClusterVersions' }],
  });
  expect(cluster({ version: '1.33' }).without(clusters).verdict(eksVersionSupport).status).toBe('unknown');
});

test('a cluster that is being deleted is not applicable', () => {
  const leaving = cluster({ version: '1.30', status: 'DELETING' });
  expect(leaving.verdict(eksVersionSupport)).toMatchObject({ status: 'not-applicable', reason: 'not-live' });
});
