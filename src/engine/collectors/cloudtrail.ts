import { type Found, facet, listing } from './read.ts';

/**
 * Every region answers with the trails it has and with those that reach it from elsewhere, organization trails
 * included. A trail lives in its home region, so all these answers are one trail.
 */
export const trails = listing({
  service: 'cloudtrail',
  operation: 'DescribeTrails',
  type: 'AWS::CloudTrail::Trail',
  input: () => ({ includeShadowTrails: true }),
  items: (output) => output.trailList,
  identify: (trail, at) => ({
    arn: trail.TrailARN ?? at.arn('cloudtrail', `trail/${trail.Name}`),
    name: trail.Name,
    region: trail.HomeRegion ?? at.region,
  }),
  tags: 'tagging-api',
});

type Trail = Found<{ HomeRegion?: string | undefined }>;

const home = (trail: Trail) => trail.body.HomeRegion ?? trail.region;

export const trailStatus = facet({
  service: 'cloudtrail',
  operation: 'GetTrailStatus',
  of: trails,
  name: 'TrailStatus',
  volatile: [
    'LatestCloudWatchLogsDeliveryTime',
    'LatestDeliveryAttemptSucceeded',
    'LatestDeliveryAttemptTime',
    'LatestDeliveryTime',
    'LatestDigestDeliveryTime',
    'LatestNotificationAttemptSucceeded',
    'LatestNotificationAttemptTime',
    'LatestNotificationTime',
  ],
  region: home,
  input: (trail) => ({ Name: trail.arn }),
  value: ({ $metadata: _metadata, ...status }) => status,
});

export const trailEventSelectors = facet({
  service: 'cloudtrail',
  operation: 'GetEventSelectors',
  of: trails,
  name: 'EventSelectors',
  region: home,
  input: (trail) => ({ TrailName: trail.arn }),
  value: ({ EventSelectors, AdvancedEventSelectors }) => ({ EventSelectors, AdvancedEventSelectors }),
});
