import { expect, test } from 'vitest';
import { eksExtendedSupport } from '../../../../src/engine/checks/eks/eks-extended-support.ts';
import { clusterVersions } from '../../../../src/engine/collectors/eks.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { type ClusterBody, cluster, version } from './cluster.ts';

const dates = {
  endOfStandardSupportDate: new Date('2025-11-26'),
  endOfExtendedSupportDate: new Date('2026-11-26'),
};
const versioned = (
  versionStatus: 'STANDARD_SUPPORT' | 'EXTENDED_SUPPORT' | 'UNSUPPORTED',
  more: Partial<ClusterBody> = {},
  region?: string,
) =>
  cluster({ version: '1.31', ...more }, region).with(clusterVersions, [
    version('1.31', { versionStatus, ...dates }),
  ]);

test('a cluster in extended support pays 365 dollars a month more', () => {
  const verdict = versioned('EXTENDED_SUPPORT').verdict(eksExtendedSupport);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'charged', saving: { kind: 'counted' } });
  expect(fromMicros(verdict.saving!.monthly)).toBe(365);
  expect(verdict.saving!.basis).toContain('0.6 instead of 0.1 an hour');
});

test.each([
  ['EXTENDED' as const, 'standard-then-extended'],
  ['STANDARD' as const, 'standard-then-upgrade'],
])('the upgrade policy %s costs nothing in standard support: %s', (supportType, reason) => {
  const verdict = versioned('STANDARD_SUPPORT', { upgradePolicy: { supportType } }).verdict(
    eksExtendedSupport,
  );
  expect(verdict).toMatchObject({ status: 'pass', reason });
  expect(verdict.saving).toBeUndefined();
});

test('the upgrade policy does not hide a surcharge either', () => {
  const verdict = versioned('EXTENDED_SUPPORT', { upgradePolicy: { supportType: 'STANDARD' } });
  expect(verdict.verdict(eksExtendedSupport).status).toBe('fail');
});

test('a region without prices names no amount', () => {
  const verdict = versioned('EXTENDED_SUPPORT', {}, 'eu-west-1').verdict(eksExtendedSupport);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'price-unknown' });
  expect(verdict.saving).toBeUndefined();
});

test('versions past extended support, control planes on an Outpost and clusters on their way out are not applicable', () => {
  expect(versioned('UNSUPPORTED').verdict(eksExtendedSupport).reason).toBe('past-extended');
  const outpost = {
    outpostConfig: { outpostArns: ['arn:aws:outposts:x'], controlPlaneInstanceType: 'm5.large' },
  };
  expect(versioned('EXTENDED_SUPPORT', outpost).verdict(eksExtendedSupport).reason).toBe('on-outpost');
  expect(versioned('EXTENDED_SUPPORT', { status: 'DELETING' }).verdict(eksExtendedSupport).status).toBe(
    'not-applicable',
  );
});

test('without DescribeClusterVersions no money is named and the permission is', () => {
  const verdict = versioned('EXTENDED_SUPPORT').without(clusterVersions).verdict(eksExtendedSupport);
  expect(verdict).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'eks:DescribeClusterVersions' }],
  });
  expect(cluster({ version: '1.31' }).verdict(eksExtendedSupport)).toMatchObject({
    status: 'unknown',
    reason: 'not-listed',
  });
});
