import { dbClusters } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** With one instance a failure means minutes without database; with a reader in another zone, seconds. */
export const rdsClusterSingleInstance = check({
  id: 'rds-cluster-single-instance',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: dbClusters,
  references: ['CIS-7.0:3.2.4', 'FSBP:RDS.15', 'HIPAA:164.308(a)(7)(ii)(C)', 'WA:REL10-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name, body }) =>
      `aws rds create-db-instance --db-instance-identifier ${name}-reader --db-cluster-identifier ${name} --engine ${body.Engine} --db-instance-class <class>`,
    terraform: () =>
      'resource "aws_rds_cluster_instance" "reader" {\n  cluster_identifier = aws_rds_cluster.<name>.id\n  instance_class     = "<class>"\n  engine             = aws_rds_cluster.<name>.engine\n}',
  },
  judge(cluster) {
    const { EngineMode: mode, DBClusterMembers: members = [], MultiAZ: multiAz } = cluster.body;
    // The first Aurora Serverless has no instances that are seen; AWS places its capacity.
    if (mode === 'serverless') return notApplicable('serverless');
    if (members.length === 0) return notApplicable('no-instance');
    const seen = {
      DBClusterMembers: members.map((member) => member.DBInstanceIdentifier ?? ''),
      MultiAZ: multiAz,
    };
    if (members.length === 1) return fail('one-instance', {}, { seen });
    if (!multiAz) return fail('one-zone', { count: members.length }, { seen });
    return pass('several', { count: members.length }, { seen });
  },
});
