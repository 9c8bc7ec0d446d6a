import { dbClusters } from '../../collectors/rds.ts';
import { check, fail, pass } from '../check.ts';

export const rdsClusterUnencrypted = check({
  id: 'rds-cluster-unencrypted',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: dbClusters,
  references: ['CIS-7.0:3.2.1', 'FSBP:RDS.27', 'HIPAA:164.312(a)(2)(iv)', 'WA:SEC08-BP02'],
  effort: 'M',
  fix: {
    cli: ({ name, body }) =>
      `aws rds create-db-cluster-snapshot --db-cluster-identifier ${name} --db-cluster-snapshot-identifier ${name}-plain\naws rds restore-db-cluster-from-snapshot --db-cluster-identifier ${name}-encrypted --snapshot-identifier ${name}-plain --engine ${body.Engine} --kms-key-id <key>`,
    terraform: () =>
      'resource "aws_rds_cluster" "<name>" {\n  storage_encrypted = true\n  kms_key_id        = "<key ARN>"\n}',
  },
  judge(cluster) {
    const { StorageEncrypted: encrypted, KmsKeyId: key } = cluster.body;
    const seen = { StorageEncrypted: encrypted, KmsKeyId: key };
    return encrypted ? pass('encrypted', {}, { seen }) : fail('unencrypted', {}, { seen });
  },
});
