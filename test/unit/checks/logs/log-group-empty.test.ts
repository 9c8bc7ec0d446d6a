import { expect, test } from 'vitest';
import { logGroupEmpty } from '../../../../src/engine/checks/logs/log-group-empty.ts';
import { logGroups } from '../../../../src/engine/collectors/logs.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

const group = (storedBytes: number, age: number, body: object = {}) =>
  estate().with(logGroups, [
    { logGroupName: '/app/orders', storedBytes, creationTime: daysAgo(age).getTime(), ...body },
  ]);

test('a group that holds nothing after a year fails', () => {
  expect(group(0, 365).verdict(logGroupEmpty)).toMatchObject({
    status: 'fail',
    reason: 'empty',
    parameters: { age: 365 },
  });
});

test('a group with logs passes', () => {
  expect(group(1, 365).verdict(logGroupEmpty)).toMatchObject({ status: 'pass' });
});

test('a new group and one of the delivery class are not applicable', () => {
  expect(group(0, 10).verdict(logGroupEmpty)).toMatchObject({
    status: 'not-applicable',
    reason: 'too-young',
  });
  expect(group(0, 365, { logGroupClass: 'DELIVERY' }).verdict(logGroupEmpty)).toMatchObject({
    status: 'not-applicable',
    reason: 'delivery-class',
  });
});

test('a group without a size is not called empty', () => {
  expect(group(0, 365, { storedBytes: undefined }).verdict(logGroupEmpty)).toMatchObject({
    status: 'unknown',
    reason: 'no-size',
  });
});

test('groups that could not be listed are unknown', () => {
  expect(group(0, 365).without(logGroups).verdict(logGroupEmpty)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'logs:DescribeLogGroups', permission: 'logs:DescribeLogGroups' }],
  });
});
