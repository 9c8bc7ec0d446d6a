import { expect, test } from 'vitest';
import { s3BucketStrayRegion } from '../../../../src/engine/checks/s3/s3-bucket-stray-region.ts';
import { tables } from '../../../../src/engine/collectors/dynamodb.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied } from './fixtures.ts';

test('a bucket in a region where nothing else works fails', () => {
  const estate = bucket().with(functions, [{ FunctionName: 'far-away' }], { region: 'eu-west-1' });
  expect(estate.verdict(s3BucketStrayRegion)).toMatchObject({
    status: 'fail',
    reason: 'stray',
    parameters: { region: 'us-east-1' },
  });
});

test('a bucket beside a function or a table passes', () => {
  expect(
    bucket()
      .with(functions, [{ FunctionName: 'resize' }])
      .verdict(s3BucketStrayRegion).status,
  ).toBe('pass');
  expect(
    bucket()
      .with(tables, [{ TableName: 'orders' }])
      .verdict(s3BucketStrayRegion).status,
  ).toBe('pass');
});

test('one kind of resource that was seen settles it, although another could not be listed', () => {
  const estate = bucket()
    .with(functions, [{ FunctionName: 'resize' }])
    .without(instances);
  expect(estate.verdict(s3BucketStrayRegion).status).toBe('pass');
});

test('nothing seen is no proof while instances could not be listed', () => {
  expect(bucket().without(instances).verdict(s3BucketStrayRegion)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeInstances' }],
  });
});

test('a bucket in a region that was not scanned is not applicable', () => {
  expect(bucket('ap-south-1').verdict(s3BucketStrayRegion)).toMatchObject({
    status: 'not-applicable',
    reason: 'region-not-scanned',
  });
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketStrayRegion)).toMatchObject(bucketsDenied);
});
