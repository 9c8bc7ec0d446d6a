import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Families that AWS lists as previous generations of RDS, and what follows them on the same kind of load. */
const successors: Record<string, readonly string[]> = {
  t1: ['db.t4g', 'db.t3'],
  t2: ['db.t4g', 'db.t3'],
  m1: ['db.m7g', 'db.m6i'],
  m2: ['db.r7g', 'db.r6i'],
  m3: ['db.m7g', 'db.m6i'],
  m4: ['db.m7g', 'db.m6i'],
  cr1: ['db.r7g', 'db.r6i'],
  r3: ['db.r7g', 'db.r6i'],
  r4: ['db.r7g', 'db.r6i'],
};

/** Names no amount: prices of both classes are not in the price pack, and a newer one is not always cheaper. */
export const rdsPreviousGeneration = check({
  id: 'rds-previous-generation',
  version: 1,
  aspect: 'resources',
  severity: 'medium',
  on: dbInstances,
  references: ['WA:COST06-BP02'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --db-instance-class <class>`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  instance_class = "<class>"\n}',
  },
  judge(instance) {
    const { DBInstanceClass: instanceClass = '' } = instance.body;
    const seen = { DBInstanceClass: instanceClass };
    if (instanceClass === 'db.serverless') return notApplicable('serverless');
    const next = successors[instanceClass.split('.')[1] ?? ''];
    if (!next) return pass('current', { instanceClass }, { seen });
    return fail('previous', { instanceClass, next }, { seen });
  },
});
