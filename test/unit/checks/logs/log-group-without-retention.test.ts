import { expect, test } from 'vitest';
import { logGroupWithoutRetention } from '../../../../src/engine/checks/logs/log-group-without-retention.ts';
import { trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { logGroups } from '../../../../src/engine/collectors/logs.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

const GIB = 1024 ** 3;
const group = (body: object = {}, region = 'us-east-1') =>
  estate({ account: ACCOUNT, region }).with(logGroups, [
    {
      logGroupName: '/app/orders',
      storedBytes: 730 * GIB,
      creationTime: daysAgo(730).getTime(),
      logGroupClass: 'STANDARD',
      ...body,
    },
  ]);

test('730 GiB of two years cost at most 10.95 a month more than one year of them', () => {
  const verdict = group().verdict(logGroupWithoutRetention);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'never-amount',
    parameters: { size: 730, days: 365 },
  });
  expect(fromMicros(verdict.saving!.monthly)).toBe(10.95);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'upper-bound' });
});

test('a group younger than the retention saves nothing yet, but grows without end', () => {
  const verdict = group({ creationTime: daysAgo(100).getTime() }).verdict(logGroupWithoutRetention);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'never' });
  expect(verdict.saving).toBeUndefined();
});

test('a shorter retention saves more', () => {
  const verdict = group().verdict(logGroupWithoutRetention, { parameters: { days: 30 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(21, 2);
});

test('a group with retention passes', () => {
  expect(group({ retentionInDays: 30 }).verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'pass',
    parameters: { days: 30 },
  });
});

test.each(['/aws/cloudtrail/all', 'aws-cloudtrail-logs-1', 'app/Audit'])(
  '%s may have to be kept for years',
  (logGroupName) => {
    expect(group({ logGroupName }).verdict(logGroupWithoutRetention)).toMatchObject({
      status: 'not-applicable',
      reason: 'audit',
    });
  },
);

test('a group that a trail writes to may have to be kept, whatever its name', () => {
  const written = group().with(trails, [
    {
      Name: 'all',
      TrailARN: `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/all`,
      HomeRegion: 'us-east-1',
      CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/app/orders:*`,
    },
  ]);
  expect(written.verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'not-applicable',
    reason: 'audit',
  });
});

test('a group of the delivery class keeps nothing', () => {
  expect(group({ logGroupClass: 'DELIVERY' }).verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'not-applicable',
    reason: 'delivery-class',
  });
});

test('a class or region without price names no amount', () => {
  expect(group({ logGroupClass: 'INFREQUENT_ACCESS' }).verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'fail',
    reason: 'never',
  });
  expect(group({}, 'eu-west-1').verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'fail',
    reason: 'never',
  });
});

test('a group without a size is unknown', () => {
  expect(group({ storedBytes: undefined }).verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'unknown',
    reason: 'no-size',
  });
});

test('an end that CloudWatch Logs does not take is refused', () => {
  expect(() => group().verdict(logGroupWithoutRetention, { parameters: { days: 100 } })).toThrow();
});

test.each([
  [trails, 'cloudtrail:DescribeTrails'],
  [logGroups, 'logs:DescribeLogGroups'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(group().without(read).verdict(logGroupWithoutRetention)).toMatchObject({
    status: 'unknown',
    missing: [{ read: id, outcome: 'denied', permission: id }],
  });
});
