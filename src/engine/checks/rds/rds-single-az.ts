import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Costs about as much again, so no saving is ever named for the opposite (FSBP RDS.5 and CIS 3.2.4 ask for it). */
export const rdsSingleAz = check({
  id: 'rds-single-az',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: dbInstances,
  references: ['CIS-7.0:3.2.4', 'FSBP:RDS.5', 'HIPAA:164.308(a)(7)(ii)(C)', 'WA:REL10-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws rds modify-db-instance --db-instance-identifier ${name} --multi-az`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  multi_az = true\n}',
  },
  judge(instance) {
    const {
      DBClusterIdentifier: cluster,
      ReadReplicaSourceDBInstanceIdentifier: source,
      MultiAZ: multiAz,
      AvailabilityZone: zone,
      SecondaryAvailabilityZone: secondary,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    if (source) return notApplicable('replica', { source });
    const seen = { MultiAZ: multiAz, AvailabilityZone: zone, SecondaryAvailabilityZone: secondary };
    if (multiAz) return pass('multi-az', {}, { seen });
    return fail('single-az', { zone: zone ?? '' }, { seen });
  },
});
