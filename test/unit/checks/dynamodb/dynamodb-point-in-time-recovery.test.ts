import { expect, test } from 'vitest';
import { dynamodbPointInTimeRecovery } from '../../../../src/engine/checks/dynamodb/dynamodb-point-in-time-recovery.ts';
import { pointInTimeRecovery, tables } from '../../../../src/engine/collectors/dynamodb.ts';
import { table, tablesDenied } from './fixtures.ts';

test('a table without point-in-time recovery fails', () => {
  const off = table().facet(pointInTimeRecovery, 'orders', { PointInTimeRecoveryStatus: 'DISABLED' });
  expect(off.verdict(dynamodbPointInTimeRecovery)).toMatchObject({ status: 'fail', reason: 'off' });
});

test('a table with it passes, and says how far it reaches back', () => {
  const on = table().facet(pointInTimeRecovery, 'orders', {
    PointInTimeRecoveryStatus: 'ENABLED',
    RecoveryPeriodInDays: 7,
  });
  expect(on.verdict(dynamodbPointInTimeRecovery)).toMatchObject({ status: 'pass', parameters: { days: 7 } });
});

test('backups that could not be read are unknown', () => {
  expect(table().without(pointInTimeRecovery).verdict(dynamodbPointInTimeRecovery)).toMatchObject({
    status: 'unknown',
    missing: [
      {
        read: 'dynamodb:DescribeContinuousBackups',
        outcome: 'denied',
        permission: 'dynamodb:DescribeContinuousBackups',
      },
    ],
  });
});

test('tables that could not be listed are unknown', () => {
  expect(table().without(tables).verdict(dynamodbPointInTimeRecovery)).toMatchObject(tablesDenied);
});
