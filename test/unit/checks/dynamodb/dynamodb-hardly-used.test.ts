import { expect, test } from 'vitest';
import { dynamodbHardlyUsed } from '../../../../src/engine/checks/dynamodb/dynamodb-hardly-used.ts';
import {
  consumedReads,
  consumedWrites,
  tableDescription,
  tables,
} from '../../../../src/engine/collectors/dynamodb.ts';
import { descriptionDenied, metricDenied, notFixed, table, tablesDenied, using } from './fixtures.ts';

test('a table that used 2 % of its reads and 1 % of its writes fails', () => {
  expect(using({ read: 2, write: 1 }).verdict(dynamodbHardlyUsed)).toMatchObject({
    status: 'fail',
    reason: 'hardly-used',
    parameters: { reads: 2, writes: 1 },
  });
});

test('no points are no use, because units are counted only when some are consumed', () => {
  expect(using({ read: 0, write: 0 }).verdict(dynamodbHardlyUsed)).toMatchObject({
    status: 'fail',
    reason: 'unused',
  });
});

test('a table that is written well is used, although nobody reads it', () => {
  expect(using({ read: 0, write: 50 }).verdict(dynamodbHardlyUsed)).toMatchObject({ status: 'pass' });
});

test('the amount is left to the check of the capacity mode', () => {
  expect(using({ read: 0, write: 0 }).verdict(dynamodbHardlyUsed).saving).toBeUndefined();
});

test.each(notFixed)('a table is not applicable when it is %s', (reason, description) => {
  expect(using({ read: 1, write: 1 }, description).verdict(dynamodbHardlyUsed)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('units that could not be read are unknown', () => {
  expect(using({ read: 1, write: 1 }).without(consumedReads).verdict(dynamodbHardlyUsed)).toMatchObject(
    metricDenied('ConsumedReadCapacityUnits'),
  );
  expect(using({ read: 1, write: 1 }).without(consumedWrites).verdict(dynamodbHardlyUsed)).toMatchObject(
    metricDenied('ConsumedWriteCapacityUnits'),
  );
});

test('a description that could not be read is unknown', () => {
  expect(table().without(tableDescription).verdict(dynamodbHardlyUsed)).toMatchObject(descriptionDenied);
});

test('tables that could not be listed are unknown', () => {
  expect(table().without(tables).verdict(dynamodbHardlyUsed)).toMatchObject(tablesDenied);
});
