import { databaseConnections, dbClusters, dbInstances } from '../../collectors/rds.ts';
import { instanceCost } from '../../pricing/rds.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';
import type { KeyOf } from '../vpc/keys.ts';

/** Look-back of Compute Optimizer; Trusted Advisor calls a database idle after half of it. */
const DAYS = 14;
const ENOUGH = 7;

/** Storage and backups are left out of the amount, because a final snapshot keeps costing. */
export const rdsInstanceIdle = check({
  id: 'rds-instance-idle',
  version: 1,
  aspect: 'resource-usage',
  severity: 'medium',
  on: dbInstances,
  reads: [databaseConnections, dbClusters],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds delete-db-instance --db-instance-identifier ${name} --final-db-snapshot-identifier ${name}-final`,
  },
  judge(instance, { now, estate, prices }) {
    const {
      DBInstanceStatus: status,
      InstanceCreateTime: created,
      ReadReplicaSourceDBInstanceIdentifier: source,
      DBClusterIdentifier: cluster,
      Engine: engine = '',
      DBInstanceClass: instanceClass = '',
      MultiAZ: multiAz = false,
    } = instance.body;
    if (status !== 'available') return notApplicable('not-running', { status: status ?? '' });
    if (source) return notApplicable('replica', { source });
    if (!created || daysSince(created, now) < DAYS) return notApplicable('too-young', { days: DAYS });
    const connections = summarize(instance.get(databaseConnections), 'always');
    if (!connections) return unknown('no-data', { days: DAYS });
    const seen = { DBInstanceClass: instanceClass, MaxConnections: connections.max, Days: connections.days };
    if (connections.max > 0) return pass('used', { max: connections.max, days: DAYS }, { seen });
    if (connections.days < ENOUGH) return unknown('too-little-data', { days: connections.days });
    if (cluster && !estate.index(dbClusters, writersOf).has(instance.name))
      return notApplicable('reader', { cluster });
    const cost = instanceCost(prices, instance.region, { engine, instanceClass, multiAz });
    const parameters = { days: connections.days, instanceClass };
    if (!cost) return fail('idle-price-unknown', { ...parameters, region: instance.region }, { seen });
    return fail(
      'idle',
      { ...parameters, cost: micros(cost) },
      {
        seen,
        saving: saving(prices, cost, {
          basis: `730 hours of ${instanceClass} ${engine} ${multiAz ? 'Multi-AZ' : 'Single-AZ'}, without storage`,
          effort: 'S',
          restart: false,
          confidence: 'medium',
          action: 'delete',
          advisory: 'commitments-not-read',
        }),
      },
    );
  },
});

const writersOf: KeyOf<typeof dbClusters> = ({ body }) =>
  (body.DBClusterMembers ?? [])
    .filter((member) => member.IsClusterWriter)
    .flatMap((member) => member.DBInstanceIdentifier ?? []);
