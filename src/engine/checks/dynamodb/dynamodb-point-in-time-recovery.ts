import { pointInTimeRecovery, tables } from '../../collectors/dynamodb.ts';
import { check, fail, pass } from '../check.ts';

export const dynamodbPointInTimeRecovery = check({
  id: 'dynamodb-point-in-time-recovery',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: tables,
  reads: [pointInTimeRecovery],
  references: ['FSBP:DynamoDB.2', 'HIPAA:164.308(a)(7)(ii)(A)', 'WA:REL09-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws dynamodb update-continuous-backups --table-name ${name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
    terraform: () =>
      'resource "aws_dynamodb_table" "<name>" {\n  point_in_time_recovery {\n    enabled = true\n  }\n}',
  },
  judge(table) {
    const recovery = table.get(pointInTimeRecovery);
    const seen = { PointInTimeRecoveryStatus: recovery?.PointInTimeRecoveryStatus };
    if (recovery?.PointInTimeRecoveryStatus !== 'ENABLED') return fail('off', {}, { seen });
    return pass('on', { days: recovery.RecoveryPeriodInDays ?? 35 }, { seen });
  },
});
