import { expect, test } from 'vitest';
import { iamRootMfa } from '../../../../src/engine/checks/iam/iam-root-mfa.ts';
import { accountSummary } from '../../../../src/engine/collectors/iam.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const root = (summary: Record<string, number>) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .facet(accountSummary, ACCOUNT, summary);

test('root with MFA passes', () => {
  expect(root({ AccountMFAEnabled: 1, AccountPasswordPresent: 1 }).verdict(iamRootMfa)).toMatchObject({
    status: 'pass',
    reason: 'mfa',
  });
});

test('root with a password and no MFA fails', () => {
  const verdict = root({ AccountMFAEnabled: 0, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 });
  expect(verdict.verdict(iamRootMfa)).toMatchObject({ status: 'fail', reason: 'no-mfa' });
});

test('root fails where IAM does not say whether it has a password', () => {
  expect(root({ AccountMFAEnabled: 0 }).verdict(iamRootMfa)).toMatchObject({ status: 'fail' });
});

test('root whose credentials were removed centrally has nothing to protect', () => {
  const verdict = root({ AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 });
  expect(verdict.verdict(iamRootMfa)).toMatchObject({ status: 'not-applicable', reason: 'no-credentials' });
});

test('a summary that is silent, or was not read, is unknown', () => {
  expect(root({ Users: 3 }).verdict(iamRootMfa)).toMatchObject({ status: 'unknown', reason: 'not-said' });
  expect(root({ AccountMFAEnabled: 1 }).without(accountSummary).verdict(iamRootMfa)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:GetAccountSummary', permission: 'iam:GetAccountSummary' }],
  });
});
