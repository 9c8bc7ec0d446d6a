import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** MaxAllocatedStorage is absent when autoscaling is off. The storage of a cluster grows without it. */
export const rdsStorageAutoscalingOff = check({
  id: 'rds-storage-autoscaling-off',
  version: 1,
  aspect: 'scalability',
  severity: 'low',
  on: dbInstances,
  references: ['WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name, body }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --max-allocated-storage ${2 * (body.AllocatedStorage ?? 0)}`,
    terraform: ({ body }) =>
      `resource "aws_db_instance" "<name>" {\n  max_allocated_storage = ${2 * (body.AllocatedStorage ?? 0)}\n}`,
  },
  judge(instance) {
    const {
      DBClusterIdentifier: cluster,
      AllocatedStorage: size = 0,
      MaxAllocatedStorage: limit,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    const seen = { AllocatedStorage: size, MaxAllocatedStorage: limit };
    if (limit === undefined) return fail('off', { size }, { seen });
    return limit > size
      ? pass('on', { size, limit }, { seen })
      : fail('at-limit', { size, limit }, { seen, severity: 'medium' });
  },
});
