import type { Trail } from '@aws-sdk/client-cloudtrail';
import { trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { estate } from '../../../support/estate.ts';

/** An estate with one trail whose home is us-east-1, unless said otherwise. */
export const trail = (body: Trail = {}, account = '111122223333') =>
  estate().with(trails, [
    {
      Name: 'all',
      TrailARN: `arn:aws:cloudtrail:us-east-1:${account}:trail/all`,
      HomeRegion: 'us-east-1',
      S3BucketName: 'trail-logs',
      ...body,
    },
  ]);

export const readDenied = (read: string) => ({
  status: 'unknown',
  missing: [{ read, outcome: 'denied', permission: read }],
});

export const ofOrganization = {
  status: 'not-applicable',
  reason: 'of-organization',
  parameters: { owner: '999988887777' },
};
