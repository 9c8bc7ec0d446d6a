import type { AdvancedEventSelector, EventSelector } from '@aws-sdk/client-cloudtrail';
import { expect, test } from 'vitest';
import { cloudtrailMultiRegion } from '../../../../src/engine/checks/cloudtrail/cloudtrail-multi-region.ts';
import { trailEventSelectors, trailStatus, trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { readDenied } from './fixtures.ts';

const everything = { EventSelectors: [{ ReadWriteType: 'All' as const, IncludeManagementEvents: true }] };
interface Facts {
  multiRegion?: boolean;
  logging?: boolean;
  selectors?: { EventSelectors?: EventSelector[]; AdvancedEventSelectors?: AdvancedEventSelector[] };
  owner?: string;
}
const withTrail = ({
  multiRegion = true,
  logging = true,
  selectors = everything,
  owner = ACCOUNT,
}: Facts = {}) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .with(trails, [
      {
        Name: 'all',
        TrailARN: `arn:aws:cloudtrail:us-east-1:${owner}:trail/all`,
        HomeRegion: 'us-east-1',
        IsMultiRegionTrail: multiRegion,
      },
    ])
    .facet(trailStatus, 'all', { IsLogging: logging })
    .facet(trailEventSelectors, 'all', {
      EventSelectors: undefined,
      AdvancedEventSelectors: undefined,
      ...selectors,
    });

test('a trail of all regions that is on and records management events passes', () => {
  expect(withTrail().verdict(cloudtrailMultiRegion)).toMatchObject({ status: 'pass', reason: 'logged' });
});

test('the trail of the organization counts', () => {
  expect(withTrail({ owner: '999988887777' }).verdict(cloudtrailMultiRegion).status).toBe('pass');
});

test('an account without trails fails', () => {
  expect(
    estate()
      .with(account, [{ Account: ACCOUNT }])
      .verdict(cloudtrailMultiRegion),
  ).toMatchObject({
    status: 'fail',
    reason: 'none',
  });
});

test.each<[string, Facts]>([
  ['of one region', { multiRegion: false }],
  ['switched off', { logging: false }],
  ['for writes only', { selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' }] } }],
  ['for data events only', { selectors: { EventSelectors: [{ IncludeManagementEvents: false }] } }],
  [
    'for management events that read, in advanced selectors',
    {
      selectors: {
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Management'] },
              { Field: 'readOnly', Equals: ['true'] },
            ],
          },
        ],
      },
    },
  ],
])('a trail %s is not enough', (_, facts) => {
  expect(withTrail(facts).verdict(cloudtrailMultiRegion)).toMatchObject({ status: 'fail', reason: 'none' });
});

test('advanced selectors for all management events are enough', () => {
  const selectors = {
    AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
  };
  expect(withTrail({ selectors }).verdict(cloudtrailMultiRegion).status).toBe('pass');
});

test('one good trail settles it, although the status of another could not be read', () => {
  const two = withTrail().with(trails, [
    {
      Name: 'another',
      TrailARN: `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/another`,
      HomeRegion: 'us-east-1',
      IsMultiRegionTrail: true,
    },
  ]);
  expect(two.verdict(cloudtrailMultiRegion).status).toBe('pass');
});

test('a trail of one region does not matter, so its status is not needed', () => {
  const single = withTrail({ multiRegion: false }).without(trailStatus);
  expect(single.verdict(cloudtrailMultiRegion).status).toBe('fail');
});

test.each([
  [trails, 'cloudtrail:DescribeTrails'],
  [trailStatus, 'cloudtrail:GetTrailStatus'],
  [trailEventSelectors, 'cloudtrail:GetEventSelectors'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(withTrail().without(read).verdict(cloudtrailMultiRegion)).toMatchObject(readDenied(id));
});

test('an account that could not be read is unknown', () => {
  expect(withTrail().without(account).verdict(cloudtrailMultiRegion)).toMatchObject(
    readDenied('sts:GetCallerIdentity'),
  );
});
