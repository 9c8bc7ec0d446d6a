import { type Answers, type Asked, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import {
  foundedOn,
  type Organization,
  type OrganizationPolicy,
  organization,
  ROOT,
} from '../estate/organization.ts';
import {
  kms as kmsPaging,
  organizations as organizationsPaging,
  quotas as quotasPaging,
  tagging as taggingPaging,
} from '../paging.ts';
import { joined, mapped, type Sequence } from '../sequence.ts';
import type { Account, Item, Kinds, Site, Thing, World } from '../world.ts';
import { tagList } from '../world.ts';

// Keys

/** A key by its id or its ARN. */
function keyOf(site: Site, idOrArn: string | undefined): Kinds['key'] {
  const found = site.find('key', idOrArn?.split('/').at(-1) ?? '');
  if (!found) throw awsError('NotFoundException', `Key '${idOrArn}' does not exist`, 400);
  return found;
}

export const kms: Answers<'kms'> = {
  ListKeys: paged('Keys', kmsPaging, ({ site }) =>
    site.all('key').map(({ body }) => ({ KeyId: body.KeyId, KeyArn: body.Arn })),
  ),
  ListAliases: paged('Aliases', { ...kmsPaging, most: 100, usual: 50 }, ({ site, input }) => {
    const key = input.KeyId ? keyOf(site, input.KeyId).body.KeyId : undefined;
    return site
      .all('alias')
      .map(({ body }) => body)
      .filter((alias) => !key || alias.TargetKeyId === key);
  }),
  DescribeKey: ({ site, input }) => ({ KeyMetadata: keyOf(site, input.KeyId).body }),
  GetKeyPolicy: ({ site, input }) => {
    const key = keyOf(site, input.KeyId);
    if (input.PolicyName && input.PolicyName !== 'default')
      throw awsError('NotFoundException', `No such policy exists`, 400);
    return { Policy: JSON.stringify(key.policy), PolicyName: 'default' };
  },
  GetKeyRotationStatus: ({ site, input }) => {
    const key = keyOf(site, input.KeyId);
    if (key.body.KeySpec !== 'SYMMETRIC_DEFAULT') throw awsError('UnsupportedOperationException', '', 400);
    return {
      KeyId: key.body.KeyId,
      KeyRotationEnabled: key.rotates && key.body.KeyState === 'Enabled',
      ...(key.rotates && { RotationPeriodInDays: 365 }),
    };
  },
};

// Organization

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
  ListRoots: paged('Roots', organizationsPaging, (asked) => {
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
  ListOrganizationalUnitsForParent: paged('OrganizationalUnits', organizationsPaging, (asked) => {
    const found = asManagement(asked);
    return found.units
      .filter((unit) => idOf(asked.world, found, unit.parent) === asked.input.ParentId)
      .map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
  }),
  ListAccounts: paged('Accounts', organizationsPaging, (asked) => {
    const found = asManagement(asked);
    return asked.world.accounts.map((account) => asAccount(asked, found, account));
  }),
  ListAccountsForParent: paged('Accounts', organizationsPaging, (asked) => {
    const found = asManagement(asked);
    return asked.world.accounts
      .filter((account) => idOf(asked.world, found, account.unit) === asked.input.ParentId)
      .map((account) => asAccount(asked, found, account));
  }),
  ListParents: paged('Parents', organizationsPaging, (asked) => {
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
  ListPolicies: paged('Policies', organizationsPaging, (asked) => {
    const found = asManagement(asked);
    if (asked.input.Filter === 'SERVICE_CONTROL_POLICY')
      return found.policies.map((policy) => asPolicy(found, policy));
    return [];
  }),
  DescribePolicy: (asked) => {
    const found = asManagement(asked);
    const policy = policyOf(found, asked.input.PolicyId);
    return { Policy: { PolicySummary: asPolicy(found, policy), Content: JSON.stringify(policy.document) } };
  },
  ListTargetsForPolicy: paged('Targets', organizationsPaging, (asked) => {
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

export { foundedOn };

// Quotas

type QuotaRow = [code: string, name: string, usual: number, adjustable?: boolean];

/** Quotas that things are counted against, with what AWS gives to everybody. */
const quotaTable: Record<string, QuotaRow[]> = {
  autoscaling: [
    ['L-CDE20ADC', 'Auto Scaling groups per region', 500],
    ['L-6B80B8FA', 'Launch configurations per region', 200],
  ],
  ec2: [
    ['L-0263D0A3', 'EC2-VPC Elastic IPs', 5],
    ['L-1216C47A', 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances', 5],
    ['L-DB2E81BA', 'Running On-Demand G and VT instances', 0],
    ['L-34B43A08', 'All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests', 5],
  ],
  eks: [
    ['L-1194D53C', 'Clusters', 100],
    ['L-6D54EA21', 'Managed node groups per cluster', 30],
  ],
  elasticloadbalancing: [
    ['L-53DA6B97', 'Application Load Balancers per Region', 50],
    ['L-69A177A2', 'Network Load Balancers per Region', 50],
    ['L-B22855CB', 'Target Groups per Region', 3000],
  ],
  rds: [
    ['L-7B6409FD', 'DB instances', 40],
    ['L-952B80B8', 'DB clusters', 40],
    ['L-272F1212', 'Manual DB instance snapshots', 100],
  ],
  vpc: [
    ['L-F678F1CE', 'VPCs per Region', 5],
    ['L-A4707A72', 'Internet gateways per Region', 5],
    ['L-FE5A380F', 'NAT gateways per Availability Zone', 5],
    ['L-E79EC296', 'VPC security groups per Region', 2500],
    ['L-DF5E4CA3', 'Network interfaces per Region', 5000],
    ['L-0EA8095F', 'Inbound or outbound rules per security group', 60],
  ],
  lambda: [['L-B99A9384', 'Concurrent executions', 1000]],
};

const quotaNames: Record<string, string> = {
  autoscaling: 'Amazon EC2 Auto Scaling',
  ec2: 'Amazon Elastic Compute Cloud (Amazon EC2)',
  eks: 'Amazon Elastic Kubernetes Service (Amazon EKS)',
  elasticloadbalancing: 'Elastic Load Balancing (ELB)',
  rds: 'Amazon Relational Database Service (Amazon RDS)',
  vpc: 'Amazon Virtual Private Cloud (Amazon VPC)',
  lambda: 'AWS Lambda',
};

function quotaRows(
  site: Site,
  service: string | undefined,
  value: (row: QuotaRow) => number,
): Item<'service-quotas', 'ListServiceQuotas', 'Quotas'>[] {
  const rows = quotaTable[service ?? ''];
  if (!rows)
    throw awsError(
      'NoSuchResourceException',
      `The request failed because the specified service ${service} does not exist.`,
      400,
    );
  return rows.map((row) => ({
    ServiceCode: service,
    ServiceName: quotaNames[service!],
    QuotaArn: site.arn('servicequotas', `${service}/${row[0]}`),
    QuotaCode: row[0],
    QuotaName: row[1],
    Value: value(row),
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
    QuotaAppliedAtLevel: 'ACCOUNT',
  }));
}

export const serviceQuotas: Answers<'service-quotas'> = {
  ListServiceQuotas: paged('Quotas', quotasPaging, ({ site, input }) =>
    quotaRows(site, input.ServiceCode, ([code, , usual]) => site.settings.quotas?.[code] ?? usual),
  ),
  ListAWSDefaultServiceQuotas: paged('Quotas', quotasPaging, ({ site, input }) =>
    quotaRows(site, input.ServiceCode, ([, , usual]) => usual),
  ),
};

// Tags

/** Kinds that the Tagging API knows; groups of Auto Scaling and everything of IAM are not among them. */
const taggable = [
  'vpc',
  'subnet',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'network-acl',
  'security-group',
  'vpc-endpoint',
  'network-interface',
  'address',
  'flow-log',
  'instance',
  'volume',
  'snapshot',
  'image',
  'launch-template',
  'load-balancer',
  'listener',
  'target-group',
  'db-instance',
  'db-cluster',
  'db-snapshot',
  'table',
  'function',
  'ecs-cluster',
  'ecs-service',
  'eks-cluster',
  'nodegroup',
  'key',
  'trail',
  'alarm',
  'log-group',
] as const;

type Mapping = Item<'resource-groups-tagging-api', 'GetResources', 'ResourceTagMappingList'>;

const asMapping = ({ arn, tags }: Thing<unknown>): Mapping => ({ ResourceARN: arn, Tags: tagList(tags) });

const hasTags = ({ tags }: Thing<unknown>): boolean => Object.keys(tags).length > 0;

/** Only what carries a tag, or once carried one, is in the answer. */
function tagged({ site, global }: Asked<unknown>): Sequence<Mapping> {
  const described: Thing<unknown>[] = taggable.flatMap((kind) =>
    // A trail's shadows in other regions belong to its home.
    site
      .all(kind)
      .filter((thing) => kind !== 'trail' || thing.arn.includes(`:${site.region}:${site.account.id}:`)),
  );
  const buckets = global.all('bucket').filter(({ body }) => body.BucketRegion === site.region);
  const byHand: Sequence<Mapping> = [...described, ...buckets].filter(hasTags).map(asMapping);
  // What is generated has been through a tagging campaign, so that all of it is here.
  return taggable.reduce<Sequence<Mapping>>((all, kind) => {
    const more = site.more(kind);
    return more ? joined(all, mapped(more, asMapping)) : all;
  }, byHand);
}

export const tagging: Answers<'resource-groups-tagging-api'> = {
  GetResources: paged('ResourceTagMappingList', taggingPaging, tagged),
};
