import { expect, test } from 'vitest';
import { iamUserMfa } from '../../../../src/engine/checks/iam/iam-user-mfa.ts';
import { loginProfile, mfaDevices } from '../../../../src/engine/collectors/iam.ts';
import { ana, daysAgo } from './user.ts';

const profile = { UserName: 'ana', CreateDate: daysAgo(400) };
const device = { UserName: 'ana', SerialNumber: 'arn:aws:iam::111122223333:mfa/ana', EnableDate: daysAgo(9) };

test('a user with a password and no device fails', () => {
  const user = ana().facet(loginProfile, 'ana', profile).facet(mfaDevices, 'ana', []);
  expect(user.verdict(iamUserMfa)).toMatchObject({ status: 'fail', reason: 'no-mfa' });
});

test('a user with a password and a device passes', () => {
  const user = ana().facet(loginProfile, 'ana', profile).facet(mfaDevices, 'ana', [device]);
  expect(user.verdict(iamUserMfa)).toMatchObject({ status: 'pass' });
});

test('a user without a password is not asked for a device, even when devices were not read', () => {
  const user = ana().facet(loginProfile, 'ana', null);
  expect(user.verdict(iamUserMfa)).toMatchObject({ status: 'not-applicable', reason: 'no-password' });
});

test.each([[loginProfile], [mfaDevices]])('without $id the verdict is unknown', (read) => {
  const user = ana().facet(loginProfile, 'ana', profile).facet(mfaDevices, 'ana', []).without(read);
  expect(user.verdict(iamUserMfa)).toMatchObject({ status: 'unknown', missing: [{ read: read.id }] });
});
