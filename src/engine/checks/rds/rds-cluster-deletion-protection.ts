import { dbClusters } from '../../collectors/rds.ts';
import { check, fail, pass } from '../check.ts';

export const rdsClusterDeletionProtection = check({
  id: 'rds-cluster-deletion-protection',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: dbClusters,
  references: ['FSBP:RDS.7', 'WA:REL09-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws rds modify-db-cluster --db-cluster-identifier ${name} --deletion-protection`,
    terraform: () => 'resource "aws_rds_cluster" "<name>" {\n  deletion_protection = true\n}',
  },
  judge(cluster) {
    const { DeletionProtection: isProtected } = cluster.body;
    const seen = { DeletionProtection: isProtected };
    return isProtected ? pass('protected', {}, { seen }) : fail('unprotected', {}, { seen });
  },
});
