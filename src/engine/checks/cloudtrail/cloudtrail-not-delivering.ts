import { trailStatus, trails } from '../../collectors/cloudtrail.ts';
import { check, fail, pass } from '../check.ts';
import { foreignTrail } from './own-trail.ts';

export const cloudtrailNotDelivering = check({
  id: 'cloudtrail-not-delivering',
  version: 1,
  aspect: 'best-practices',
  severity: 'high',
  on: trails,
  reads: [trailStatus],
  references: ['HIPAA:164.312(b)', 'WA:SEC04-BP01'],
  effort: 'S',
  fix: { cli: ({ name, region }) => `aws cloudtrail start-logging --region ${region} --name ${name}` },
  judge(trail) {
    const foreign = foreignTrail(trail);
    if (foreign) return foreign;
    const {
      IsLogging: logging,
      LatestDeliveryError: s3,
      LatestCloudWatchLogsDeliveryError: logs,
      StopLoggingTime: stopped,
    } = trail.get(trailStatus) ?? {};
    const seen = {
      IsLogging: logging,
      StopLoggingTime: stopped,
      LatestDeliveryError: s3,
      LatestCloudWatchLogsDeliveryError: logs,
      S3BucketName: trail.body.S3BucketName,
    };
    if (!logging) return fail('stopped', {}, { seen });
    if (s3) return fail('s3-error', { error: s3, bucket: trail.body.S3BucketName ?? '' }, { seen });
    if (logs) return fail('logs-error', { error: logs }, { seen, severity: 'medium' });
    return pass('delivering', {}, { seen });
  },
});
