import { expect, test } from 'vitest';
import { organizationsAccountAtRoot } from '../../../../src/engine/checks/organizations/organizations-account-at-root.ts';
import { accountParents, organization } from '../../../../src/engine/collectors/organizations.ts';
import { MANAGEMENT, organizationOf, pathOf, UNIT } from './organization.ts';

test('an account directly at the root fails', () => {
  expect(organizationOf(pathOf()).verdict(organizationsAccountAtRoot)).toMatchObject({
    status: 'fail',
    reason: 'at-root',
  });
});

test('an account in a unit passes and names the unit', () => {
  expect(organizationOf(pathOf('ou-ab12-00000000', UNIT)).verdict(organizationsAccountAtRoot)).toMatchObject({
    status: 'pass',
    parameters: { unit: UNIT },
  });
});

test.each([
  [{ Id: 'r-ab12', Type: 'ROOT' as const }, 'fail'],
  [{ Id: UNIT, Type: 'ORGANIZATIONAL_UNIT' as const }, 'pass'],
])('where AWS gives no path, the parent %j decides: %s', (parent, status) => {
  const member = organizationOf({ State: 'ACTIVE' }).facet(accountParents, 'shop', [parent]);
  expect(member.verdict(organizationsAccountAtRoot).status).toBe(status);
});

test('the management account and accounts that are not active are not applicable', () => {
  const management = organizationOf({ ...pathOf(), Id: MANAGEMENT });
  expect(management.verdict(organizationsAccountAtRoot).reason).toBe('management');
  const suspended = organizationOf({ ...pathOf(), State: 'SUSPENDED' });
  expect(suspended.verdict(organizationsAccountAtRoot)).toMatchObject({
    status: 'not-applicable',
    parameters: { state: 'SUSPENDED' },
  });
});

test.each([[organization], [accountParents]])('without $id the verdict is unknown', (read) => {
  const member = organizationOf({ State: 'ACTIVE' }).facet(accountParents, 'shop', []).without(read);
  expect(member.verdict(organizationsAccountAtRoot).status).toBe('unknown');
});
