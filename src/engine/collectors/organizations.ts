import { facet, type Listing, listFacet, listing } from './read.ts';
import { account } from './sts.ts';

const token = { output: 'NextToken', input: 'NextToken' } as const;

/** An account outside of any organization has none of all this. */
const none = ['AWSOrganizationsNotInUseException'] as const;

/** E-mail addresses of the account owners are nobody's business in a report. */
const withoutEmail = <T extends { Email?: string; MasterAccountEmail?: string }>(body: T) => {
  const { Email, MasterAccountEmail, ...rest } = body;
  return rest;
};

/** The organization that an account belongs to, as every member may ask; null: it stands alone. */
export const membership = facet({
  service: 'organizations',
  operation: 'DescribeOrganization',
  suffix: 'membership',
  of: account,
  name: 'organization',
  absent: none,
  input: () => ({}),
  value: ({ Organization }) => Organization && withoutEmail(Organization),
});

export const organization = listing({
  service: 'organizations',
  operation: 'DescribeOrganization',
  type: 'AWS::Organizations::Organization',
  scope: 'organization',
  absent: none,
  items: ({ Organization }) => (Organization ? [Organization] : []),
  identify: (body) => ({ arn: body.Arn!, name: body.Id }),
  redact: withoutEmail,
});

export const roots = listing({
  service: 'organizations',
  operation: 'ListRoots',
  type: 'AWS::Organizations::Root',
  scope: 'organization',
  absent: none,
  page: token,
  items: (output) => output.Roots,
  identify: (root) => ({ arn: root.Arn!, name: root.Name }),
});

/**
 * Organizational units nest five levels deep and no deeper, so five reads, each under the one before, give them all
 * and a failure on any level is one of the whole.
 */
const level = (depth: number, under: Listing<{ Id?: string | undefined }>) =>
  listing({
    service: 'organizations',
    operation: 'ListOrganizationalUnitsForParent',
    suffix: `level-${depth}`,
    type: 'AWS::Organizations::OrganizationalUnit',
    scope: 'organization',
    under,
    page: token,
    input: (_at, parent) => ({ ParentId: parent.body.Id }),
    items: (output) => output.OrganizationalUnits,
    identify: (unit) => ({ arn: unit.Arn!, name: unit.Name }),
  });

export const units1 = level(1, roots);
export const units2 = level(2, units1);
export const units3 = level(3, units2);
export const units4 = level(4, units3);
export const units5 = level(5, units4);

/** All levels. */
export const organizationalUnits = [units1, units2, units3, units4, units5] as const;

export const accounts = listing({
  service: 'organizations',
  operation: 'ListAccounts',
  type: 'AWS::Organizations::Account',
  scope: 'organization',
  absent: none,
  page: token,
  items: (output) => output.Accounts,
  identify: (member) => ({ arn: member.Arn!, name: member.Name }),
  redact: withoutEmail,
});

/** Root or unit that an account is in; asked only where ListAccounts does not give the path. */
export const accountParents = listFacet({
  service: 'organizations',
  operation: 'ListParents',
  of: accounts,
  name: 'parents',
  when: ({ body }) => !body.Paths?.length,
  page: token,
  input: ({ body }) => ({ ChildId: body.Id }),
  items: (output) => output.Parents,
});

/** Guardrails: service and resource control policies. AWS's own, such as FullAWSAccess, are among them. */
export const controlPolicies = listing({
  service: 'organizations',
  operation: 'ListPolicies',
  type: 'AWS::Organizations::Policy',
  scope: 'organization',
  absent: none,
  page: token,
  input: () => [
    { Filter: 'SERVICE_CONTROL_POLICY' as const },
    { Filter: 'RESOURCE_CONTROL_POLICY' as const },
  ],
  items: (output) => output.Policies,
  identify: (policy) => ({ arn: policy.Arn!, name: policy.Name }),
});

/** Roots, units and accounts that a policy is attached to; not asked of AWS's own, which change nothing. */
export const policyTargets = listFacet({
  service: 'organizations',
  operation: 'ListTargetsForPolicy',
  of: controlPolicies,
  name: 'targets',
  when: ({ body }) => !body.AwsManaged,
  page: token,
  input: ({ body }) => ({ PolicyId: body.Id }),
  items: (output) => output.Targets,
});
