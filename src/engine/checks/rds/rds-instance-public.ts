import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, pass } from '../check.ts';

/** The flag gives the instance an address of its own; security groups, which are judged apart, open the port. */
export const rdsInstancePublic = check({
  id: 'rds-instance-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: dbInstances,
  references: ['CIS-7.0:3.2.3', 'FSBP:RDS.2', 'HIPAA:164.312(a)(1)', 'WA:SEC05-BP01'],
  effort: 'S',
  fix: {
    cli: (instance) =>
      `aws rds modify-db-instance --db-instance-identifier ${instance.name} --no-publicly-accessible --apply-immediately`,
    terraform: () => 'resource "aws_db_instance" "<name>" {\n  publicly_accessible = false\n}',
  },
  judge(instance) {
    const { PubliclyAccessible: isPublic, VpcSecurityGroups: groups, Endpoint: endpoint } = instance.body;
    const seen = {
      PubliclyAccessible: isPublic,
      Endpoint: endpoint?.Address,
      VpcSecurityGroups: groups?.map((group) => group.VpcSecurityGroupId ?? ''),
    };
    return isPublic ? fail('public', {}, { seen }) : pass('private', {}, { seen });
  },
});
