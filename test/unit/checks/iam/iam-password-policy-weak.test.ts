import { expect, test } from 'vitest';
import { iamPasswordPolicyWeak } from '../../../../src/engine/checks/iam/iam-password-policy-weak.ts';
import { accountSummary, passwordPolicy } from '../../../../src/engine/collectors/iam.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const policy = (
  value: { MinimumPasswordLength?: number; PasswordReusePrevention?: number } | null,
  Users = 3,
) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .facet(accountSummary, ACCOUNT, { Users })
    .facet(passwordPolicy, ACCOUNT, value);

test.each([
  [{ MinimumPasswordLength: 14, PasswordReusePrevention: 24 }, 'pass', 'strong'],
  [{ MinimumPasswordLength: 13, PasswordReusePrevention: 24 }, 'fail', 'weak'],
  [{ MinimumPasswordLength: 14, PasswordReusePrevention: 23 }, 'fail', 'weak'],
  [{ MinimumPasswordLength: 20 }, 'fail', 'weak'],
  [null, 'fail', 'none'],
])('%j: %s, %s', (value, status, reason) => {
  expect(policy(value).verdict(iamPasswordPolicyWeak)).toMatchObject({ status, reason });
});

test('an account without users needs no policy', () => {
  expect(policy(null, 0).verdict(iamPasswordPolicyWeak)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-users',
  });
});

test('a policy that could not be read is unknown, and not taken for none', () => {
  expect(policy(null).without(passwordPolicy).verdict(iamPasswordPolicyWeak).status).toBe('unknown');
});
