import { iamAccessKeyOld } from './iam-access-key-old.ts';
import { iamAccessKeyUnused } from './iam-access-key-unused.ts';
import { iamInlinePolicyAdministrator } from './iam-inline-policy-administrator.ts';
import { iamPasswordPolicyWeak } from './iam-password-policy-weak.ts';
import { iamPasswordUnused } from './iam-password-unused.ts';
import { iamPolicyAdministrator } from './iam-policy-administrator.ts';
import { iamRoleOtherAccount } from './iam-role-other-account.ts';
import { iamRolePublic } from './iam-role-public.ts';
import { iamRoleWebIdentityOpen } from './iam-role-web-identity-open.ts';
import { iamRootAccessKey } from './iam-root-access-key.ts';
import { iamRootMfa } from './iam-root-mfa.ts';
import { iamRootUsed } from './iam-root-used.ts';
import { iamSamlProviderExpiring } from './iam-saml-provider-expiring.ts';
import { iamServerCertificateExpired } from './iam-server-certificate-expired.ts';
import { iamUserAdministrator } from './iam-user-administrator.ts';
import { iamUserDirectPolicies } from './iam-user-direct-policies.ts';
import { iamUserMfa } from './iam-user-mfa.ts';
import { iamUserNeverUsed } from './iam-user-never-used.ts';

export const iamChecks = [
  iamAccessKeyOld,
  iamAccessKeyUnused,
  iamInlinePolicyAdministrator,
  iamPasswordPolicyWeak,
  iamPasswordUnused,
  iamPolicyAdministrator,
  iamRoleOtherAccount,
  iamRolePublic,
  iamRoleWebIdentityOpen,
  iamRootAccessKey,
  iamRootMfa,
  iamRootUsed,
  iamSamlProviderExpiring,
  iamServerCertificateExpired,
  iamUserAdministrator,
  iamUserDirectPolicies,
  iamUserMfa,
  iamUserNeverUsed,
];
