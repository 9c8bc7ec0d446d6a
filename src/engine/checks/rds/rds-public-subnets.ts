import { routeTables } from '../../collectors/ec2.ts';
import { dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { hasInternetRoute, routeTableOf } from '../vpc/routes.ts';

/** A private database in a public subnet is one changed flag away from the internet. */
export const rdsPublicSubnets = check({
  id: 'rds-public-subnets',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: dbInstances,
  reads: [routeTables],
  references: ['FSBP:RDS.46', 'HIPAA:164.312(a)(1)', 'WA:SEC05-BP01'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-instance --db-instance-identifier ${name} --db-subnet-group-name <group of private subnets>`,
    terraform: () =>
      'resource "aws_db_subnet_group" "<name>" {\n  subnet_ids = ["<private subnet>", "<private subnet>"]\n}',
  },
  judge(instance, { estate }) {
    const { VpcId: vpc, Subnets: subnets = [], DBSubnetGroupName: group } = instance.body.DBSubnetGroup ?? {};
    if (!vpc || subnets.length === 0) return notApplicable('no-subnets');
    const ids = subnets.flatMap((subnet) => subnet.SubnetIdentifier ?? []);
    const open: string[] = [];
    for (const id of ids) {
      const table = routeTableOf(estate, id, vpc);
      if (!table) return unknown('no-route-table', { subnet: id });
      if (hasInternetRoute(table.body, 'IPv4')) open.push(id);
    }
    const seen = { DBSubnetGroupName: group ?? '', VpcId: vpc, PublicSubnets: open };
    const parameters = { open: open.length, all: ids.length };
    return open.length > 0 ? fail('public', parameters, { seen }) : pass('private', parameters, { seen });
  },
});
