import { tableDescription, tables } from '../../collectors/dynamodb.ts';
import { check, fail, pass } from '../check.ts';

export const dynamodbDeletionProtection = check({
  id: 'dynamodb-deletion-protection',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: tables,
  reads: [tableDescription],
  references: ['FSBP:DynamoDB.6', 'WA:REL09-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws dynamodb update-table --table-name ${name} --deletion-protection-enabled`,
    terraform: () => 'resource "aws_dynamodb_table" "<name>" {\n  deletion_protection_enabled = true\n}',
  },
  judge(table) {
    const isProtected = table.get(tableDescription)?.DeletionProtectionEnabled;
    const seen = { DeletionProtectionEnabled: isProtected };
    return isProtected ? pass('protected', {}, { seen }) : fail('unprotected', {}, { seen });
  },
});
