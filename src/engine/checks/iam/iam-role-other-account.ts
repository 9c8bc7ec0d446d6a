import { z } from 'zod';
import { roles } from '../../collectors/iam.ts';
import { membership } from '../../collectors/organizations.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { judgePolicy } from '../policy-document.ts';
import { accountOf, allowsAssume, demands } from './trust.ts';

/** An external id, an organization or a second factor tells the trusted account's own wish from another's. */
const guards = [
  'sts:externalid',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:multifactorauthpresent',
] as const;

/**
 * Which accounts are the client's own, one account cannot tell: the management account of its organization is known,
 * others are named in `known`.
 */
export const iamRoleOtherAccount = check({
  id: 'iam-role-other-account',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: roles,
  reads: [account, membership],
  parameters: z.object({ known: z.array(z.string().regex(/^\d{12}$/)).default([]) }),
  references: ['WA:SEC03-BP07', 'WA:SEC03-BP09'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws iam update-assume-role-policy --role-name ${name} --policy-document file://<trust policy with sts:ExternalId>.json`,
  },
  judge: (role, { estate, parameters: { known } }) =>
    judgePolicy(role.body.AssumeRolePolicyDocument, (statements) => {
      const trusted = statements.filter(allowsAssume).flatMap(({ principals, conditions }) =>
        principals.flatMap(({ type, id }) => {
          const other = type === 'AWS' ? accountOf(id) : undefined;
          return other && other !== role.account
            ? [{ other, guarded: conditions.some((condition) => demands(condition, guards)) }]
            : [];
        }),
      );
      if (trusted.length === 0) return notApplicable('no-other-account');
      const unguarded = new Set(
        trusted.flatMap(({ other, guarded }) => (guarded || known.includes(other) ? [] : [other])),
      );
      if (unguarded.size > 0)
        for (const { MasterAccountId } of estate.list(account).map((own) => own.get(membership) ?? {}))
          if (MasterAccountId) unguarded.delete(MasterAccountId);
      const accounts = [...new Set(trusted.map(({ other }) => other))];
      if (unguarded.size === 0) return pass('guarded', { accounts });
      return fail('unguarded', { accounts: [...unguarded] }, { seen: { trusted: accounts } });
    }),
});
