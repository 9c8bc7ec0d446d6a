import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, pass } from '../check.ts';

/** Judged per instance in clusters too, because the setting is each instance's own. */
export const rdsMinorUpgradesOff = check({
  id: 'rds-minor-upgrades-off',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: dbInstances,
  references: ['CIS-7.0:3.2.2', 'FSBP:RDS.13', 'WA:SEC06-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --auto-minor-version-upgrade --apply-immediately`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  auto_minor_version_upgrade = true\n}',
  },
  judge(instance) {
    const { AutoMinorVersionUpgrade: automatic, Engine: engine, EngineVersion: version } = instance.body;
    const seen = { AutoMinorVersionUpgrade: automatic, Engine: engine, EngineVersion: version };
    const parameters = { engine: engine ?? '', version: version ?? '' };
    return automatic ? pass('automatic', parameters, { seen }) : fail('by-hand', parameters, { seen });
  },
});
