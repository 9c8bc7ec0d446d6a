import { buckets } from '../../../../src/engine/collectors/s3.ts';
import { estate } from '../../../support/estate.ts';

/** An estate with one bucket, in us-east-1 unless said otherwise. */
export const bucket = (region = 'us-east-1') =>
  estate().with(buckets, [{ Name: 'records', BucketRegion: region }]);

export const bucketsDenied = {
  status: 'unknown',
  missing: [{ read: 's3:ListBuckets', outcome: 'denied', permission: 's3:ListAllMyBuckets' }],
};

export const readDenied = (read: string, permission: string) => ({
  status: 'unknown',
  missing: [{ read, outcome: 'denied', permission }],
});

/** A policy of the bucket as JSON text. */
export const policy = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
