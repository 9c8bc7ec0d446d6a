import { expect, test } from 'vitest';
import { dynamodbCapacityMode } from '../../../../src/engine/checks/dynamodb/dynamodb-capacity-mode.ts';
import {
  consumedReads,
  consumedWrites,
  tableDescription,
  tables,
} from '../../../../src/engine/collectors/dynamodb.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { descriptionDenied, metricDenied, notFixed, table, tablesDenied, using } from './fixtures.ts';

const writesOnly = { ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 100 } };

// Oracle: 100 WCU cost 47.45 a month; 20 writes a second on demand cost 32.85.
test('100 write units with 20 writes a second save 14.60 on demand', () => {
  const verdict = using({ read: 0, write: 20 }, writesOnly).verdict(dynamodbCapacityMode);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'on-demand-cheaper',
    parameters: { provisioned: 47_450_000, onDemand: 32_850_000, writes: 20 },
  });
  expect(fromMicros(verdict.saving!.monthly)).toBe(14.6);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'commitments-not-read' });
});

test.each([
  [28.8, 'fail'],
  [29, 'pass'],
])('at %f %% of use the verdict is %s: the break-even is 28.9 %%', (units, status) => {
  expect(using({ read: 0, write: units }, writesOnly).verdict(dynamodbCapacityMode).status).toBe(status);
  const readsOnly = { ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 0 } };
  expect(using({ read: units, write: 0 }, readsOnly).verdict(dynamodbCapacityMode).status).toBe(status);
});

test('an unused table saves all that it costs', () => {
  const verdict = using({ read: 0, write: 0 }, writesOnly).verdict(dynamodbCapacityMode);
  expect(fromMicros(verdict.saving!.monthly)).toBe(47.45);
});

test('a table whose indexes were not read is for a person', () => {
  const description = { GlobalSecondaryIndexes: [{ IndexName: 'by-date' }] };
  expect(using({ read: 1, write: 1 }, description).verdict(dynamodbCapacityMode)).toMatchObject({
    status: 'manual',
    reason: 'indexes',
    parameters: { count: 1 },
  });
});

test.each([
  [{ TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' as const } }, 'infrequent-access'],
  [{ Replicas: [{ RegionName: 'eu-west-1' }] }, 'global-table'],
])('%o is not applicable', (description, reason) => {
  expect(using({ read: 1, write: 1 }, description).verdict(dynamodbCapacityMode)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('a region without prices cannot be compared', () => {
  expect(using({ read: 1, write: 1 }, {}, 'eu-west-1').verdict(dynamodbCapacityMode)).toMatchObject({
    status: 'unknown',
    reason: 'price-unknown',
  });
});

test.each(notFixed)('a table is not applicable when it is %s', (reason, description) => {
  expect(using({ read: 1, write: 1 }, description).verdict(dynamodbCapacityMode)).toMatchObject({
    status: 'not-applicable',
    reason,
  });
});

test('units that could not be read are unknown', () => {
  expect(using({ read: 1, write: 1 }).without(consumedReads).verdict(dynamodbCapacityMode)).toMatchObject(
    metricDenied('ConsumedReadCapacityUnits'),
  );
  expect(using({ read: 1, write: 1 }).without(consumedWrites).verdict(dynamodbCapacityMode)).toMatchObject(
    metricDenied('ConsumedWriteCapacityUnits'),
  );
});

test('a description that could not be read is unknown', () => {
  expect(table().without(tableDescription).verdict(dynamodbCapacityMode)).toMatchObject(descriptionDenied);
});

test('tables that could not be listed are unknown', () => {
  expect(table().without(tables).verdict(dynamodbCapacityMode)).toMatchObject(tablesDenied);
});
