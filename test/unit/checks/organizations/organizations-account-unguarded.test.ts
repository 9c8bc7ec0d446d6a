import { expect, test } from 'vitest';
import { organizationsAccountUnguarded } from '../../../../src/engine/checks/organizations/organizations-account-unguarded.ts';
import {
  accountParents,
  controlPolicies,
  policyTargets,
  roots,
} from '../../../../src/engine/collectors/organizations.ts';
import { guarded, MANAGEMENT, MEMBER, pathOf, UNIT } from './organization.ts';

test.each([
  ['the account', MEMBER],
  ['its unit', UNIT],
  ['a unit further up', 'ou-ab12-00000000'],
  ['the root', 'r-ab12'],
])('a policy on %s guards the account', (_where, target) => {
  const member = guarded(pathOf('ou-ab12-00000000', UNIT), target);
  expect(member.verdict(organizationsAccountUnguarded)).toMatchObject({
    status: 'pass',
    parameters: { policies: ['deny-leaving'] },
  });
});

test.each([
  ['attached to nothing', undefined],
  ['on another unit', 'ou-ab12-22222222'],
])('FullAWSAccess and a policy %s leave it unguarded', (_where, target) => {
  expect(guarded(pathOf(UNIT), target).verdict(organizationsAccountUnguarded)).toMatchObject({
    status: 'fail',
    reason: 'unguarded',
  });
});

test('a policy binds nobody while the type is switched off at the root', () => {
  const member = guarded(pathOf(UNIT), MEMBER, 'PENDING_DISABLE');
  expect(member.verdict(organizationsAccountUnguarded)).toMatchObject({ status: 'fail', reason: 'scp-off' });
});

test('the management account is not applicable', () => {
  const management = guarded({ ...pathOf(), Id: MANAGEMENT }, undefined);
  expect(management.verdict(organizationsAccountUnguarded)).toMatchObject({
    status: 'not-applicable',
    reason: 'management',
  });
});

test('where AWS gives no path, a unit whose parents are not known leaves the question open', () => {
  const inUnit = guarded({ State: 'ACTIVE' }, undefined).facet(accountParents, 'shop', [
    { Id: UNIT, Type: 'ORGANIZATIONAL_UNIT' },
  ]);
  expect(inUnit.verdict(organizationsAccountUnguarded)).toMatchObject({
    status: 'unknown',
    reason: 'path-unknown',
  });
  const atRoot = guarded({ State: 'ACTIVE' }, undefined).facet(accountParents, 'shop', [
    { Id: 'r-ab12', Type: 'ROOT' },
  ]);
  expect(atRoot.verdict(organizationsAccountUnguarded).status).toBe('fail');
});

test.each([[roots], [controlPolicies], [policyTargets]])('without $id the verdict is unknown', (read) => {
  const unread = guarded(pathOf(UNIT), MEMBER).without(read);
  expect(unread.verdict(organizationsAccountUnguarded)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
