import { expect, test } from 'vitest';
import { iamRootAccessKey } from '../../../../src/engine/checks/iam/iam-root-access-key.ts';
import { accountSummary } from '../../../../src/engine/collectors/iam.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const root = (summary: Record<string, number>) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .facet(accountSummary, ACCOUNT, summary);

test.each([
  [1, 'fail'],
  [0, 'pass'],
])('root with %i access keys: %s', (AccountAccessKeysPresent, status) => {
  expect(root({ AccountAccessKeysPresent }).verdict(iamRootAccessKey).status).toBe(status);
});

test('a summary that is silent, or was not read, is unknown', () => {
  expect(root({}).verdict(iamRootAccessKey)).toMatchObject({ status: 'unknown', reason: 'not-said' });
  const unread = root({ AccountAccessKeysPresent: 0 }).without(accountSummary);
  expect(unread.verdict(iamRootAccessKey)).toMatchObject({ status: 'unknown', reason: 'unread' });
});
