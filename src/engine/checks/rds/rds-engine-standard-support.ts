import { z } from 'zod';
import { dbInstances } from '../../collectors/rds.ts';
import { extendedSupportCost } from '../../pricing/rds.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { majorVersion, supportOf } from './engine-support.ts';

/**
 * The surcharge follows from the version's dates and not from EngineLifecycleSupport, which only says what will
 * happen at the end. It is named for the first two years; the price of the third has no source.
 */
export const rdsEngineStandardSupport = check({
  id: 'rds-engine-standard-support',
  version: 1,
  aspect: 'resources',
  severity: 'high',
  on: dbInstances,
  parameters: z.object({ noticeDays: z.number().int().min(0).default(180) }),
  references: ['WA:COST10-BP02', 'WA:SEC06-BP01'],
  effort: 'L',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --engine-version <version> --allow-major-version-upgrade`,
    terraform: () =>
      'resource "aws_db_instance" "<name>" {\n  engine_version              = "<version>"\n  allow_major_version_upgrade = true\n}',
  },
  judge(instance, { now, prices, parameters: { noticeDays } }) {
    const {
      Engine: engine = '',
      EngineVersion: version = '',
      DBInstanceClass: instanceClass = '',
      DBInstanceStatus: status,
      MultiAZ: multiAz = false,
    } = instance.body;
    const support = supportOf(engine, version);
    const major = majorVersion(engine, version);
    if (!support) return notApplicable('not-in-table', { engine, version: major });
    const { standardUntil: until, extended } = support;
    const seen = {
      Engine: engine,
      EngineVersion: version,
      EngineLifecycleSupport: instance.body.EngineLifecycleSupport,
      DBInstanceClass: instanceClass,
    };
    const parameters = { engine, version: major, until };
    // The last day still counts: support has ended when a day and more have gone by since its midnight.
    const past = daysSince(until, now);
    if (past < 1)
      return -past > noticeDays
        ? pass('supported', parameters, { seen })
        : fail('ends-soon', parameters, { seen, severity: 'low' });
    const today = now.toISOString().slice(0, 10);
    const charged = extended && extended.from <= today && today <= extended.until && status === 'available';
    const cost = charged
      ? extendedSupportCost(prices, instance.region, { instanceClass, multiAz })
      : undefined;
    if (!cost) return fail('ended', parameters, { seen });
    return fail(
      'ended-and-charged',
      { ...parameters, cost: micros(cost) },
      {
        seen,
        saving: saving(prices, cost, {
          basis: `RDS Extended Support for ${instanceClass}${multiAz ? ' and its standby' : ''}, 730 hours`,
          effort: 'L',
          restart: true,
          confidence: 'medium',
          action: 'migrate',
          advisory: 'usage-not-read',
        }),
      },
    );
  },
});
