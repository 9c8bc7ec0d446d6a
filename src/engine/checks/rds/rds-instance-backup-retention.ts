import { z } from 'zod';
import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Seven days is what AWS Foundational Security Best Practices ask for. Replicas are made again from their source. */
export const rdsInstanceBackupRetention = check({
  id: 'rds-instance-backup-retention',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: dbInstances,
  parameters: z.object({ days: z.number().int().min(1).max(35).default(7) }),
  references: ['FSBP:RDS.11', 'HIPAA:164.308(a)(7)(ii)(A)', 'WA:REL09-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --backup-retention-period 7 --apply-immediately`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  backup_retention_period = 7\n}',
  },
  judge(instance, { parameters: { days } }) {
    const {
      DBClusterIdentifier: cluster,
      ReadReplicaSourceDBInstanceIdentifier: source,
      BackupRetentionPeriod: kept = 0,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    if (source) return notApplicable('replica', { source });
    const seen = { BackupRetentionPeriod: kept };
    if (kept === 0) return fail('off', {}, { seen, severity: 'high' });
    return kept < days ? fail('short', { kept, days }, { seen }) : pass('kept', { kept }, { seen });
  },
});
