import { dbInstances } from '../../collectors/rds.ts';
import { gp3Iops, storageCost } from '../../pricing/rds.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Three IOPS a GiB, at least 100; above 5,334 GiB RDS stripes gp2, which then beats gp3's baseline (RDS user guide). */
const gp2Iops = (size: number): number => Math.max(100, 3 * size);

/**
 * In RDS gp3 is not cheaper per GiB than gp2 where prices are known: what is gained is the performance that the
 * storage starts with. A saving is named only if a price pack has one.
 */
export const rdsStorageGeneration = check({
  id: 'rds-storage-generation',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: dbInstances,
  references: ['WA:PERF03-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws rds modify-db-instance --db-instance-identifier ${name} --storage-type gp3`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  storage_type = "gp3"\n}',
  },
  judge(instance, { prices }) {
    const {
      StorageType: type = '',
      AllocatedStorage: size = 0,
      Engine: engine = '',
      MultiAZ: multiAz = false,
      DBClusterIdentifier: cluster,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    const seen = { StorageType: type, AllocatedStorage: size, Iops: instance.body.Iops };
    if (type === 'standard') return fail('magnetic', { size }, { seen, severity: 'medium' });
    if (type !== 'gp2') return notApplicable('other-type', { type });
    const iops = gp3Iops(engine, size);
    if (iops === undefined) return notApplicable('baseline-unknown', { size, engine });
    const parameters = { size, gp2Iops: gp2Iops(size), gp3Iops: iops };
    if (gp2Iops(size) > iops) return pass('gp2-is-faster', parameters, { seen });
    const gp2 = storageCost(prices, instance.region, { type: 'gp2', size, multiAz });
    const gp3 = storageCost(prices, instance.region, { type: 'gp3', size, multiAz });
    if (!gp2 || !gp3)
      return fail('gp3-is-faster-price-unknown', { ...parameters, region: instance.region }, { seen });
    return fail(
      'gp3-is-faster',
      { ...parameters, gp2: micros(gp2), gp3: micros(gp3) },
      {
        seen,
        saving: saving(prices, gp2.minus(gp3), {
          basis: `${size} GiB of RDS gp2 to gp3`,
          effort: 'S',
          restart: false,
          confidence: 'high',
          action: 'migrate',
        }),
      },
    );
  },
});
