import { accountParents, accounts, organization } from '../../collectors/organizations.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { ancestorsOf, stateOf } from './ancestors.ts';

/** The management account may stay at the root: no policy binds it wherever it is. */
export const organizationsAccountAtRoot = check({
  id: 'organizations-account-at-root',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: accounts,
  reads: [organization, accountParents],
  references: ['CIS-7.0:2.1.4', 'WA:SEC01-BP01', 'WA:COST02-BP03'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws organizations move-account --account-id ${body.Id} --source-parent-id <root> --destination-parent-id <unit>`,
  },
  judge(member, { estate }) {
    const state = stateOf(member);
    if (state !== 'ACTIVE') return notApplicable('not-active', { state });
    if (estate.list(organization).some(({ body }) => body.MasterAccountId === member.body.Id))
      return notApplicable('management');
    const units = ancestorsOf(member).ids.filter((id) => id.startsWith('ou-'));
    return units.length === 0
      ? fail('at-root', {}, { seen: { Paths: member.body.Paths } })
      : pass('in-unit', { unit: units.at(-1)! }, { seen: { Paths: member.body.Paths } });
  },
});
