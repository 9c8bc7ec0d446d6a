import {
  accounts,
  controlPolicies,
  organization,
  policyTargets,
  roots,
} from '../../../../src/engine/collectors/organizations.ts';
import { estate } from '../../../support/estate.ts';

export const MANAGEMENT = '111122223333';
export const MEMBER = '444455556666';
export const UNIT = 'ou-ab12-11111111';

export type Member = {
  Id?: string;
  State?: 'ACTIVE' | 'SUSPENDED' | 'CLOSED' | 'PENDING_ACTIVATION' | 'PENDING_CLOSURE';
  Status?: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
  Paths?: string[];
};

/** An organization of a management account and these members. */
export const organizationOf = (...members: Member[]) =>
  estate()
    .with(organization, [
      {
        Id: 'o-1',
        Arn: `arn:aws:organizations::${MANAGEMENT}:organization/o-1`,
        MasterAccountId: MANAGEMENT,
        FeatureSet: 'ALL',
      },
    ])
    .with(
      accounts,
      members.map(({ Id = MEMBER, ...more }) => ({
        Id,
        Name: Id === MANAGEMENT ? 'management' : 'shop',
        Arn: `arn:aws:organizations::${MANAGEMENT}:account/o-1/${Id}`,
        ...more,
      })),
    );

export const pathOf = (...units: string[]) => ({
  State: 'ACTIVE' as const,
  Paths: [['o-1', 'r-ab12', ...units, MEMBER, ''].join('/')],
});

/** An organization with one member, service control policies switched on or off, and one own policy on a target. */
export const guarded = (
  member: Member,
  target: string | undefined,
  scp: 'ENABLED' | 'PENDING_DISABLE' = 'ENABLED',
) => {
  const own = {
    Id: 'p-own',
    Name: 'deny-leaving',
    Arn: `arn:aws:organizations::${MANAGEMENT}:policy/o-1/service_control_policy/p-own`,
    Type: 'SERVICE_CONTROL_POLICY' as const,
    AwsManaged: false,
  };
  const full = {
    Id: 'p-FullAWSAccess',
    Name: 'FullAWSAccess',
    Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    Type: 'SERVICE_CONTROL_POLICY' as const,
    AwsManaged: true,
  };
  return organizationOf(member)
    .with(roots, [
      {
        Id: 'r-ab12',
        Name: 'Root',
        Arn: `arn:aws:organizations::${MANAGEMENT}:root/o-1/r-ab12`,
        PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: scp }],
      },
    ])
    .with(controlPolicies, [own, full])
    .facet(policyTargets, 'deny-leaving', target === undefined ? [] : [{ TargetId: target }]);
};
