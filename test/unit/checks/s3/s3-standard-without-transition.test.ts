import { expect, test } from 'vitest';
import { s3StandardWithoutTransition } from '../../../../src/engine/checks/s3/s3-standard-without-transition.ts';
import { bucketLifecycle, buckets, standardStorage } from '../../../../src/engine/collectors/s3.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { steady } from '../../../support/series.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const GIB = 1024 ** 3;
const holding = (size: number, region?: string) =>
  bucket(region).facet(standardStorage, 'records', steady(size * GIB, 2));

test('1,000 GiB that nothing moves cost 23.00 a month; no saving is claimed', () => {
  const verdict = holding(1000).facet(bucketLifecycle, 'records', null).verdict(s3StandardWithoutTransition);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'stays', parameters: { size: 1000 } });
  expect(fromMicros(verdict.parameters!.cost as number)).toBe(23);
  expect(verdict.saving).toBeUndefined();
});

test.each([
  { Status: 'Enabled' as const, Transitions: [{ Days: 30, StorageClass: 'STANDARD_IA' as const }] },
  { Status: 'Enabled' as const, Expiration: { Days: 90 } },
])('a rule that moves or deletes passes', (rule) => {
  expect(
    holding(1000).facet(bucketLifecycle, 'records', [rule]).verdict(s3StandardWithoutTransition),
  ).toMatchObject({ status: 'pass', reason: 'moves' });
});

test.each([
  { Status: 'Disabled' as const, Expiration: { Days: 90 } },
  { Status: 'Enabled' as const, Expiration: { ExpiredObjectDeleteMarker: true } },
  { Status: 'Enabled' as const, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
])('a rule that moves nothing does not help', (rule) => {
  expect(
    holding(1000).facet(bucketLifecycle, 'records', [rule]).verdict(s3StandardWithoutTransition).status,
  ).toBe('fail');
});

test('a small bucket, and one that is empty and has no metric, pass', () => {
  expect(holding(10).verdict(s3StandardWithoutTransition)).toMatchObject({ status: 'pass', reason: 'small' });
  expect(
    bucket().facet(standardStorage, 'records', steady(0, 0)).verdict(s3StandardWithoutTransition),
  ).toMatchObject({ status: 'pass', reason: 'small', parameters: { size: 0 } });
});

test('a region without prices names no amount', () => {
  expect(
    holding(1000, 'eu-west-1').facet(bucketLifecycle, 'records', null).verdict(s3StandardWithoutTransition),
  ).toMatchObject({ status: 'fail', reason: 'stays-price-unknown' });
});

test('a size or rules that could not be read are unknown', () => {
  expect(holding(1000).without(standardStorage).verdict(s3StandardWithoutTransition)).toMatchObject(
    readDenied(
      'cloudwatch:GetMetricStatistics/AWS::S3::Bucket/BucketSizeBytes',
      'cloudwatch:GetMetricStatistics',
    ),
  );
  expect(holding(1000).without(bucketLifecycle).verdict(s3StandardWithoutTransition)).toMatchObject(
    readDenied('s3:GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(holding(1000).without(buckets).verdict(s3StandardWithoutTransition)).toMatchObject(bucketsDenied);
});
