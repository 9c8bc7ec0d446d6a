import { expect, test } from 'vitest';
import { dynamodbNearCapacity } from '../../../../src/engine/checks/dynamodb/dynamodb-near-capacity.ts';
import {
  consumedReads,
  consumedWrites,
  tableDescription,
  tables,
} from '../../../../src/engine/collectors/dynamodb.ts';
import { daily } from '../../../support/series.ts';
import { descriptionDenied, metricDenied, notFixed, table, tablesDenied, using } from './fixtures.ts';

test('a day that used 80 % of the writes on average fails', () => {
  const series = daily([10, 80, 10].map((units) => units * 86_400));
  const busy = using({ read: 1, write: 1 }).facet(consumedWrites, 'orders', series);
  expect(busy.verdict(dynamodbNearCapacity)).toMatchObject({
    status: 'fail',
    reason: 'near',
    parameters: { reads: 1, writes: 80 },
  });
});

test('reads count as well', () => {
  expect(using({ read: 75, write: 1 }).verdict(dynamodbNearCapacity).status).toBe('fail');
});

test('a table with room passes', () => {
  expect(using({ read: 50, write: 50 }).verdict(dynamodbNearCapacity)).toMatchObject({
    status: 'pass',
    reason: 'room',
  });
});

test('capacity that was changed long ago is fixed', () => {
  const description = {
    ProvisionedThroughput: {
      ReadCapacityUnits: 100,
      WriteCapacityUnits: 100,
      LastIncreaseDateTime: new Date('2025-01-01'),
    },
  };
  expect(using({ read: 90, write: 1 }, description).verdict(dynamodbNearCapacity).status).toBe('fail');
});

test.each(notFixed)('a table is not applicable when it is %s', (reason, description) => {
  expect(using({ read: 90, write: 90 }, description).verdict(dynamodbNearCapacity)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('units that could not be read are unknown', () => {
  expect(using({ read: 90, write: 90 }).without(consumedReads).verdict(dynamodbNearCapacity)).toMatchObject(
    metricDenied('ConsumedReadCapacityUnits'),
  );
  expect(using({ read: 90, write: 90 }).without(consumedWrites).verdict(dynamodbNearCapacity)).toMatchObject(
    metricDenied('ConsumedWriteCapacityUnits'),
  );
});

test('a description that could not be read is unknown', () => {
  expect(table().without(tableDescription).verdict(dynamodbNearCapacity)).toMatchObject(descriptionDenied);
});

test('tables that could not be listed are unknown', () => {
  expect(table().without(tables).verdict(dynamodbNearCapacity)).toMatchObject(tablesDenied);
});
