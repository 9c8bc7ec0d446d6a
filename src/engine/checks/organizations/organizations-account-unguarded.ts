import {
  accountParents,
  accounts,
  controlPolicies,
  organization,
  policyTargets,
  roots,
} from '../../collectors/organizations.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { ancestorsOf, stateOf } from './ancestors.ts';

const SCP = 'SERVICE_CONTROL_POLICY';

/**
 * No service control policy but FullAWSAccess, on the account or anything above it. Policies that exist while the
 * type is switched off at the root bind nobody, and nothing binds the management account.
 */
export const organizationsAccountUnguarded = check({
  id: 'organizations-account-unguarded',
  version: 1,
  aspect: 'dimension',
  severity: 'medium',
  on: accounts,
  reads: [organization, roots, accountParents, controlPolicies, policyTargets],
  references: ['CIS-7.0:2.1.2', 'WA:SEC03-BP05'],
  effort: 'M',
  fix: {
    cli: ({ body }) => `aws organizations attach-policy --policy-id <policy> --target-id ${body.Id}`,
    terraform: ({ body }) =>
      `resource "aws_organizations_policy_attachment" "<name>" {\n  policy_id = aws_organizations_policy.<policy>.id\n  target_id = "${body.Id}"\n}`,
  },
  judge(member, { estate }) {
    const { Id: id = '' } = member.body;
    const state = stateOf(member);
    if (state !== 'ACTIVE') return notApplicable('not-active', { state });
    if (estate.list(organization).some(({ body }) => body.MasterAccountId === id))
      return notApplicable('management');
    const inForce = estate
      .list(roots)
      .some(({ body }) => body.PolicyTypes?.some(({ Type, Status }) => Type === SCP && Status === 'ENABLED'));
    if (!inForce) return fail('scp-off');
    const { ids, complete } = ancestorsOf(member);
    const places = [id, ...ids];
    const binding = estate
      .list(controlPolicies)
      .filter(({ body }) => body.Type === SCP && !body.AwsManaged)
      .filter((policy) =>
        policy
          .get(policyTargets)
          ?.some(({ TargetId }) => TargetId !== undefined && places.includes(TargetId)),
      )
      .map(({ name }) => name);
    const seen = { Paths: member.body.Paths, policies: binding };
    if (binding.length > 0) return pass('guarded', { policies: binding }, { seen });
    return complete ? fail('unguarded', {}, { seen }) : unknown('path-unknown', {}, { seen });
  },
});
