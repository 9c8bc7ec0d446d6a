import { expect, test } from 'vitest';
import { dynamodbDeletionProtection } from '../../../../src/engine/checks/dynamodb/dynamodb-deletion-protection.ts';
import { tableDescription, tables } from '../../../../src/engine/collectors/dynamodb.ts';
import { descriptionDenied, table, tablesDenied } from './fixtures.ts';

test('a table without deletion protection fails', () => {
  expect(table({ DeletionProtectionEnabled: false }).verdict(dynamodbDeletionProtection)).toMatchObject({
    status: 'fail',
    reason: 'unprotected',
  });
});

test('a protected table passes', () => {
  expect(table({ DeletionProtectionEnabled: true }).verdict(dynamodbDeletionProtection).status).toBe('pass');
});

test('a description that could not be read is unknown', () => {
  expect(table().without(tableDescription).verdict(dynamodbDeletionProtection)).toMatchObject(
    descriptionDenied,
  );
});

test('tables that could not be listed are unknown', () => {
  expect(table().without(tables).verdict(dynamodbDeletionProtection)).toMatchObject(tablesDenied);
});
