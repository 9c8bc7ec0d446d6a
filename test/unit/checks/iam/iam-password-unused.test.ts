import { expect, test } from 'vitest';
import { iamPasswordUnused } from '../../../../src/engine/checks/iam/iam-password-unused.ts';
import { loginProfile } from '../../../../src/engine/collectors/iam.ts';
import { ana, daysAgo } from './user.ts';

const user = ({ used, set = 400 }: { used?: number; set?: number }) =>
  ana(used === undefined ? {} : { PasswordLastUsed: daysAgo(used) }).facet(loginProfile, 'ana', {
    UserName: 'ana',
    CreateDate: daysAgo(set),
  });

test.each([
  [{ used: 44 }, 'pass', 'used'],
  [{ used: 45 }, 'fail', 'unused'],
  [{ set: 45 }, 'fail', 'never-used'],
  [{ set: 44 }, 'not-applicable', 'too-young'],
])('%j: %s, %s', (options, status, reason) => {
  expect(user(options).verdict(iamPasswordUnused)).toMatchObject({ status, reason });
});

test('a user without a password is not applicable', () => {
  expect(ana().facet(loginProfile, 'ana', null).verdict(iamPasswordUnused)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-password',
  });
});

test('a password that could not be read is unknown', () => {
  expect(user({ used: 400 }).without(loginProfile).verdict(iamPasswordUnused).status).toBe('unknown');
});
