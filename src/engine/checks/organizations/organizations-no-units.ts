import { accounts, organizationalUnits, roots } from '../../collectors/organizations.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const organizationsNoUnits = check({
  id: 'organizations-no-units',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: roots,
  reads: [accounts, ...organizationalUnits],
  references: ['CIS-7.0:2.1.4', 'WA:SEC01-BP01', 'WA:COST02-BP03'],
  effort: 'M',
  fix: {
    cli: ({ body }) => `aws organizations create-organizational-unit --parent-id ${body.Id} --name <unit>`,
    terraform: ({ body }) =>
      `resource "aws_organizations_organizational_unit" "<name>" {\n  name      = "<unit>"\n  parent_id = "${body.Id}"\n}`,
  },
  judge(_root, { estate }) {
    const members = estate.list(accounts).length;
    if (members < 2) return notApplicable('one-account');
    const units = organizationalUnits.reduce((sum, level) => sum + estate.list(level).length, 0);
    const parameters = { accounts: members, units };
    return units === 0 ? fail('no-units', parameters) : pass('units', parameters);
  },
});
