import { expect, test } from 'vitest';
import { rateOf } from '../../../src/engine/aws/limiter.ts';
import { secondsOf } from '../../../src/engine/snapshot/estimate.ts';

test('a scan takes as long as its busiest rate limit', () => {
  const { start, burst } = rateOf('iam');
  expect(secondsOf([{ family: 'iam', calls: burst + 60 * start }])).toBe(60);
});

test('limits of different accounts and regions run side by side', () => {
  const { start, burst } = rateOf('iam');
  const lane = { family: 'iam', calls: burst + 60 * start };
  expect(secondsOf([lane, lane])).toBe(60);
});

test('where no limit binds, the answers take their time, 24 of them at once', () => {
  const lanes = Array.from({ length: 960 }, () => ({ family: 'ec2', calls: 1 }));
  expect(secondsOf(lanes)).toBe(10);
});

test('nothing to read takes no time', () => {
  expect(secondsOf([])).toBe(0);
});
