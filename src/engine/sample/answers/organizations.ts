import { type Answers, type Asked, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { type Organization, type OrganizationPolicy, organization, ROOT } from '../estate/organization.ts';
import { organizations as paging } from '../paging.ts';
import type { Account, Item, World } from '../world.ts';

const made = new WeakMap<World, Organization>();

function organizationOf(world: World): Organization {
  const known = made.get(world) ?? organization(world);
  made.set(world, known);
  return known;
}

/** Only the management account may look around; a member sees that there is an organization. */
function asManagement({ world, account }: Asked<unknown>): Organization {
  const found = organizationOf(world);
  if (account.id !== found.management.id)
    throw awsError('AccessDeniedException', "You don't have permissions to access this resource.", 400);
  return found;
}

/** Id of a unit, an account or the root by the name that the estate has for it. */
function idOf(world: World, { rootId, units }: Organization, name: string): string {
  if (name === ROOT) return rootId;
  return units.find((unit) => unit.name === name)?.id ?? world.account(name).id;
}

/** Path of a unit from the organization down, as `aws:PrincipalOrgPaths` writes it. */
function pathTo(world: World, found: Organization, name: string): string {
  if (name === ROOT) return `${found.id}/${found.rootId}/`;
  const unit = found.units.find((one) => one.name === name)!;
  return `${pathTo(world, found, unit.parent)}${unit.id}/`;
}

const accountArn = (found: Organization, id: string): string =>
  `arn:aws:organizations::${found.management.id}:account/${found.id}/${id}`;

/** Day on which AWS took the property Status away in favour of State. */
const STATUS_ENDS = new Date('2026-09-09T00:00:00Z');

const asAccount = (
  { world, moment }: Asked<unknown>,
  found: Organization,
  account: Account,
): Item<'organizations', 'ListAccounts', 'Accounts'> => ({
  Id: account.id,
  Arn: accountArn(found, account.id),
  Name: account.name,
  Email: account.email,
  ...(moment.takenAt < STATUS_ENDS && { Status: account.closed ? 'SUSPENDED' : 'ACTIVE' }),
  State: account.closed ? 'SUSPENDED' : 'ACTIVE',
  Paths: [pathTo(world, found, account.unit)],
  JoinedMethod: account.id === found.management.id ? 'INVITED' : 'CREATED',
  JoinedTimestamp: account.joined,
});

const asPolicy = (found: Organization, policy: OrganizationPolicy) => ({
  Id: policy.id,
  Arn: policy.awsManaged
    ? `arn:aws:organizations::aws:policy/service_control_policy/${policy.id}`
    : `arn:aws:organizations::${found.management.id}:policy/${found.id}/service_control_policy/${policy.id}`,
  Name: policy.name,
  Description: policy.description,
  Type: 'SERVICE_CONTROL_POLICY' as const,
  AwsManaged: policy.awsManaged,
});

function policyOf(found: Organization, id: string | undefined): OrganizationPolicy {
  const policy = found.policies.find((one) => one.id === id);
  if (!policy)
    throw awsError(
      'PolicyNotFoundException',
      "We can't find a policy with the PolicyId that you specified.",
      400,
    );
  return policy;
}

export const organizations: Answers<'organizations'> = {
  DescribeOrganization: ({ world }) => {
    const found = organizationOf(world);
    return {
      Organization: {
        Id: found.id,
        Arn: found.arn,
        FeatureSet: 'ALL',
        MasterAccountId: found.management.id,
        MasterAccountArn: found.management.arn,
        MasterAccountEmail: found.management.email,
        AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    };
  },
  ListRoots: paged('Roots', paging, (asked) => {
    const found = asManagement(asked);
    return [
      {
        Id: found.rootId,
        Arn: found.arn.replace('organization/', 'root/').concat(`/${found.rootId}`),
        Name: 'Root',
        PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY' as const, Status: 'ENABLED' as const }],
      },
    ];
  }),
  ListOrganizationalUnitsForParent: paged('OrganizationalUnits', paging, (asked) => {
    const found = asManagement(asked);
    return found.units
      .filter((unit) => idOf(asked.world, found, unit.parent) === asked.input.ParentId)
      .map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
  }),
  ListAccounts: paged('Accounts', paging, (asked) => {
    const found = asManagement(asked);
    return asked.world.accounts.map((account) => asAccount(asked, found, account));
  }),
  ListParents: paged('Parents', paging, (asked) => {
    const found = asManagement(asked);
    const child = asked.input.ChildId;
    const parent =
      asked.world.accounts.find(({ id }) => id === child)?.unit ??
      found.units.find(({ id }) => id === child)?.parent;
    if (!parent)
      throw awsError(
        'ChildNotFoundException',
        "We can't find an organizational unit (OU) or AWS account with the ChildId that you specified.",
        400,
      );
    return [
      {
        Id: idOf(asked.world, found, parent),
        Type: parent === ROOT ? ('ROOT' as const) : ('ORGANIZATIONAL_UNIT' as const),
      },
    ];
  }),
  ListPolicies: paged('Policies', paging, (asked) => {
    const found = asManagement(asked);
    if (asked.input.Filter === 'SERVICE_CONTROL_POLICY')
      return found.policies.map((policy) => asPolicy(found, policy));
    return [];
  }),
  ListTargetsForPolicy: paged('Targets', paging, (asked) => {
    const found = asManagement(asked);
    return policyOf(found, asked.input.PolicyId).targets.map((name) => {
      const TargetId = idOf(asked.world, found, name);
      return {
        TargetId,
        Name: name,
        Type: name === ROOT ? 'ROOT' : TargetId.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT',
        Arn: TargetId.startsWith('ou-')
          ? found.units.find(({ id }) => id === TargetId)!.arn
          : name === ROOT
            ? found.arn.replace('organization/', 'root/').concat(`/${TargetId}`)
            : accountArn(found, TargetId),
      };
    });
  }),
};
