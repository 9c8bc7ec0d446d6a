import { expect, test } from 'vitest';
import type { Gap } from '../../../src/engine/snapshot/coverage.ts';
import { mendsOf } from '../../../src/engine/snapshot/mends.ts';

const gap = (over: Partial<Gap>): Gap => ({
  account: '111122223333',
  accountName: 'production',
  regions: ['us-east-1'],
  read: 'ec2:DescribeVolumes',
  outcome: 'denied',
  denial: 'identity-policy',
  permission: 'ec2:DescribeVolumes',
  message: 'not authorized',
  reads: 1,
  ...over,
});
const checksNeeding = (read: string) => [`check of ${read}`];

test('gaps that one policy would open are one group, with that policy and no more', () => {
  const [group, ...others] = mendsOf(
    [
      gap({ reads: 2 }),
      gap({ account: '222233334444', accountName: 'staging', regions: ['eu-west-1'] }),
      gap({ read: 'ec2:DescribeAddresses', permission: 'ec2:DescribeAddresses' }),
    ],
    checksNeeding,
  );
  expect(others).toEqual([]);
  expect(group).toMatchObject({
    mend: 'identity-policy',
    reads: 4,
    accounts: [
      { id: '111122223333', reads: 3 },
      { id: '222233334444', regions: ['eu-west-1'] },
    ],
    checks: ['check of ec2:DescribeAddresses', 'check of ec2:DescribeVolumes'],
    messages: ['not authorized'],
  });
  expect(group!.policies).toHaveLength(1);
  expect(group!.policies[0]!.Statement).toMatchObject([
    { Effect: 'Allow', Action: ['ec2:DescribeAddresses', 'ec2:DescribeVolumes'] },
  ]);
});

test('against a service control policy no policy of the account is offered', () => {
  const [group] = mendsOf([gap({ denial: 'service-control-policy' })], checksNeeding);
  expect(group).toMatchObject({ mend: 'service-control-policy', policies: [] });
});

test.each([
  ['role', { read: 'sts:AssumeRole', denial: 'unsaid' }],
  ['account-closed', { read: 'sts:AssumeRole', outcome: 'skipped', denial: null }],
  ['unsaid', { denial: null }],
  ['region', { outcome: 'region-off', denial: null }],
  ['scan-again', { outcome: 'throttled', denial: null }],
  ['scan-again', { outcome: 'skipped', denial: null }],
  ['sign-in', { outcome: 'expired', denial: null }],
  ['network', { outcome: 'unreachable', denial: null }],
  ['sampled', { outcome: 'sampled', denial: null }],
  ['not-offered', { outcome: 'not-offered', denial: null }],
  ['failed', { outcome: 'failed', denial: null }],
] as const)('%s is the mend of %o', (mend, over) => {
  expect(mendsOf([gap(over)], checksNeeding)[0]!.mend).toBe(mend);
});

test('the widest gap comes first', () => {
  const mends = mendsOf(
    [gap({ reads: 1 }), gap({ outcome: 'region-off', denial: null, reads: 5 })],
    checksNeeding,
  );
  expect(mends.map(({ mend }) => mend)).toEqual(['region', 'identity-policy']);
});
