import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const rdsInstanceDeletionProtection = check({
  id: 'rds-instance-deletion-protection',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: dbInstances,
  references: ['FSBP:RDS.8', 'WA:REL09-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --deletion-protection --apply-immediately`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  deletion_protection = true\n}',
  },
  judge(instance) {
    const {
      DBClusterIdentifier: cluster,
      ReadReplicaSourceDBInstanceIdentifier: source,
      DeletionProtection: isProtected,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    if (source) return notApplicable('replica', { source });
    const seen = { DeletionProtection: isProtected };
    return isProtected ? pass('protected', {}, { seen }) : fail('unprotected', {}, { seen });
  },
});
