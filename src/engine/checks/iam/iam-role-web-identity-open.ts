import { roles } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { judgePolicy, type Statement } from '../policy-document.ts';
import { allowsAssume } from './trust.ts';

/** Issuers that sign tokens for all their customers alike, and the claim that tells one customer from another. */
const sharedIssuers: Record<string, string> = {
  'token.actions.githubusercontent.com': 'sub',
  'gitlab.com': 'sub',
  'app.terraform.io': 'sub',
  'cognito-identity.amazonaws.com': 'aud',
  'accounts.google.com': 'aud',
};

/** `arn:…:oidc-provider/gitlab.com` or, for the built-in ones, the bare name. */
const issuerOf = (principal: string): string => principal.split(':oidc-provider/').at(-1)!;

/**
 * `*`, `repo:*` and `repo:acme*` name nobody for sure: what stands before the first wildcard must hold a whole name,
 * as `repo:acme/` does.
 */
const namesSomebody = (value: string): boolean => {
  const fixed = value.split(/[*?]/)[0]!;
  return fixed === value ? value !== '' : /^[\w-]+:[^:/]+[:/]/.test(fixed);
};

const limitsClaim = ({ conditions }: Statement, issuer: string, claim: string): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      key.toLowerCase() === `${issuer}:${claim}`.toLowerCase() &&
      /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike)$/i.test(operator) &&
      values.length > 0 &&
      values.every(namesSomebody),
  );

/** A role that anybody with an account at the issuer can take on: any repository on GitHub, for one. */
export const iamRoleWebIdentityOpen = check({
  id: 'iam-role-web-identity-open',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: roles,
  references: ['CIS-7.0:2.21', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws iam update-assume-role-policy --role-name ${name} --policy-document file://<trust policy with the claim>.json`,
  },
  judge: (role) =>
    judgePolicy(role.body.AssumeRolePolicyDocument, (statements) => {
      const trusts = statements.filter(allowsAssume).flatMap((statement) =>
        statement.principals
          .filter(({ type }) => type === 'Federated')
          .map(({ id }) => issuerOf(id))
          .flatMap((issuer) => {
            const claim = sharedIssuers[issuer];
            return claim ? [{ statement, issuer, claim }] : [];
          }),
      );
      if (trusts.length === 0) return notApplicable('no-shared-issuer');
      const open = trusts.find(({ statement, issuer, claim }) => !limitsClaim(statement, issuer, claim));
      const seen = { Sid: open?.statement.sid };
      return open
        ? fail('open', { issuer: open.issuer, claim: `${open.issuer}:${open.claim}` }, { seen })
        : pass('limited', { issuers: [...new Set(trusts.map(({ issuer }) => issuer))] });
    }),
});
