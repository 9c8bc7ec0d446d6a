import { expect, test } from 'vitest';
import { organizationsAccountSuspended } from '../../../../src/engine/checks/organizations/organizations-account-suspended.ts';
import { accounts } from '../../../../src/engine/collectors/organizations.ts';
import { type Member, organizationOf } from './organization.ts';

test.each<[Member, string, string]>([
  [{ State: 'ACTIVE' }, 'pass', 'active'],
  [{ State: 'SUSPENDED' }, 'fail', 'not-active'],
  [{ State: 'CLOSED' }, 'fail', 'not-active'],
  [{ State: 'PENDING_CLOSURE' }, 'fail', 'not-active'],
  [{ State: 'PENDING_ACTIVATION' }, 'not-applicable', 'starting'],
  [{ Status: 'SUSPENDED' }, 'fail', 'not-active'],
])('%j: %s, %s', (member, status, reason) => {
  expect(organizationOf(member).verdict(organizationsAccountSuspended)).toMatchObject({ status, reason });
});

test('accounts that could not be listed are unknown', () => {
  const unread = organizationOf({ State: 'ACTIVE' }).without(accounts);
  expect(unread.verdict(organizationsAccountSuspended)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'organizations:ListAccounts' }],
  });
});
