import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Instances of a cluster share its storage, and the cluster is judged. */
export const rdsInstanceUnencrypted = check({
  id: 'rds-instance-unencrypted',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: dbInstances,
  references: ['CIS-7.0:3.2.1', 'FSBP:RDS.3', 'HIPAA:164.312(a)(2)(iv)', 'WA:SEC08-BP02'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws rds create-db-snapshot --db-instance-identifier ${name} --db-snapshot-identifier ${name}-plain\naws rds copy-db-snapshot --source-db-snapshot-identifier ${name}-plain --target-db-snapshot-identifier ${name}-encrypted --kms-key-id <key>\naws rds restore-db-instance-from-db-snapshot --db-instance-identifier ${name}-encrypted --db-snapshot-identifier ${name}-encrypted`,
    terraform: () =>
      'resource "aws_db_instance" "<name>" {\n  storage_encrypted = true\n  kms_key_id        = "<key ARN>"\n}',
  },
  judge(instance) {
    const { DBClusterIdentifier: cluster, StorageEncrypted: encrypted, KmsKeyId: key } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    const seen = { StorageEncrypted: encrypted, KmsKeyId: key };
    return encrypted ? pass('encrypted', {}, { seen }) : fail('unencrypted', {}, { seen });
  },
});
