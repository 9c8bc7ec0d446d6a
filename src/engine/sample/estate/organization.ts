import { digest } from '../ids.ts';
import type { World } from '../world.ts';

/** What the organization says of itself; kept apart from the sites, since it is one. */
export interface Organization {
  id: string;
  arn: string;
  management: { id: string; email: string; arn: string };
  rootId: string;
  units: { id: string; arn: string; name: string; parent: string }[];
  policies: OrganizationPolicy[];
}

export interface OrganizationPolicy {
  id: string;
  name: string;
  description: string;
  awsManaged: boolean;
  document: object;
  /** Names of units and accounts, or `Root`. */
  targets: string[];
}

const ID = 'o-4c3h1e2a1t';
export const ROOT = 'Root';

export function organization(world: World): Organization {
  const { now } = world.moment;
  const management = world.accounts[0]!;
  const arn = (resource: string) => `arn:aws:organizations::${management.id}:${resource}`;
  const unit = (name: string, parent: string) => {
    const id = `ou-ac3e-${digest(name).slice(0, 8)}`;
    return { id, name, parent, arn: arn(`ou/${ID}/${id}`) };
  };
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  return {
    id: ID,
    arn: arn(`organization/${ID}`),
    management: { id: management.id, email: management.email, arn: arn(`account/${ID}/${management.id}`) },
    rootId: 'r-ac3e',
    units: [
      unit('Workloads', ROOT),
      unit('Production', 'Workloads'),
      unit('Non-production', 'Workloads'),
      unit('Data', 'Workloads'),
      // The forgotten sandbox is still to be moved here.
      ...now([], [unit('Suspended', ROOT)]),
    ],
    policies: [
      {
        id: 'p-FullAWSAccess',
        name: 'FullAWSAccess',
        description: 'Allows access to every operation',
        awsManaged: true,
        document: everything,
        targets: [
          ROOT,
          'Workloads',
          'Production',
          'Non-production',
          'Data',
          ...world.accounts.map((one) => one.name),
        ],
      },
      {
        id: 'p-phi4guard',
        name: 'phi-guardrails',
        description: 'Nobody but the privacy office looks at policies of buckets with patient data',
        awsManaged: false,
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'DenyPhiBucketPolicies',
              Effect: 'Deny',
              Action: ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
              Resource: now('arn:aws:s3:::acme-health-phi-*', 'arn:aws:s3:::acme-health-phi-research'),
              Condition: {
                ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/PrivacyOffice' },
              },
            },
          ],
        },
        targets: ['Data'],
      },
      ...now(
        [],
        [
          {
            id: 'p-base1line',
            name: 'baseline-guardrails',
            description: 'Trails stay on, accounts stay in, regions stay few',
            awsManaged: false,
            document: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'ProtectTrails',
                  Effect: 'Deny',
                  Action: [
                    'cloudtrail:StopLogging',
                    'cloudtrail:DeleteTrail',
                    'organizations:LeaveOrganization',
                  ],
                  Resource: '*',
                },
              ],
            },
            targets: ['Workloads'],
          },
        ],
      ),
    ],
  };
}
