import { expect, test } from 'vitest';
import { organizationsAccountStandalone } from '../../../../src/engine/checks/organizations/organizations-account-standalone.ts';
import { membership } from '../../../../src/engine/collectors/organizations.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const alone = () => estate().with(account, [{ Account: ACCOUNT }]);

test('an account without an organization fails', () => {
  expect(alone().facet(membership, ACCOUNT, null).verdict(organizationsAccountStandalone)).toMatchObject({
    status: 'fail',
    reason: 'standalone',
  });
});

test('a member passes and names its organization', () => {
  const member = alone().facet(membership, ACCOUNT, { Id: 'o-1', MasterAccountId: '444455556666' });
  expect(member.verdict(organizationsAccountStandalone)).toMatchObject({
    status: 'pass',
    parameters: { organization: 'o-1', management: '444455556666' },
  });
});

test('a membership that could not be read is unknown, not missing', () => {
  const unread = alone().facet(membership, ACCOUNT, null).without(membership);
  expect(unread.verdict(organizationsAccountStandalone)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'organizations:DescribeOrganization' }],
  });
});
