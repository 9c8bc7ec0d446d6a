import { z } from 'zod';
import { dbClusters } from '../../collectors/rds.ts';
import { check, fail, pass } from '../check.ts';

/** A cluster always has a day of backups; one day is its default, and seldom a decision. */
export const rdsClusterBackupRetention = check({
  id: 'rds-cluster-backup-retention',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: dbClusters,
  parameters: z.object({ days: z.number().int().min(1).max(35).default(7) }),
  references: ['HIPAA:164.308(a)(7)(ii)(A)', 'WA:REL09-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-cluster --db-cluster-identifier ${name} --backup-retention-period 7 --apply-immediately`,
    terraform: () => 'resource "aws_rds_cluster" "<name>" {\n  backup_retention_period = 7\n}',
  },
  judge(cluster, { parameters: { days } }) {
    const { BackupRetentionPeriod: kept = 0 } = cluster.body;
    const seen = { BackupRetentionPeriod: kept };
    return kept < days ? fail('short', { kept, days }, { seen }) : pass('kept', { kept }, { seen });
  },
});
