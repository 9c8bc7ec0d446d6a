import { expect, test } from 'vitest';
import { iamUserNeverUsed } from '../../../../src/engine/checks/iam/iam-user-never-used.ts';
import { accessKeyLastUsed, accessKeys } from '../../../../src/engine/collectors/iam.ts';
import { ana, daysAgo } from './user.ts';

const withKey = (used?: number) =>
  ana()
    .with(
      accessKeys,
      [{ UserName: 'ana', AccessKeyId: 'AKIA1', Status: 'Inactive', CreateDate: daysAgo(300) }],
      { parent: 'ana' },
    )
    .facet(accessKeyLastUsed, 'ana AKIA1', {
      ServiceName: 'N/A',
      Region: 'N/A',
      ...(used !== undefined && { LastUsedDate: daysAgo(used) }),
    });

test('an old user without any use fails', () => {
  expect(withKey().verdict(iamUserNeverUsed)).toMatchObject({ status: 'fail', reason: 'never-used' });
  expect(ana().verdict(iamUserNeverUsed)).toMatchObject({ status: 'fail', seen: { keys: 0 } });
});

test('a user whose password or key was used once passes, however long ago', () => {
  expect(ana({ PasswordLastUsed: daysAgo(2000) }).verdict(iamUserNeverUsed).status).toBe('pass');
  expect(withKey(280).verdict(iamUserNeverUsed)).toMatchObject({ status: 'pass', reason: 'used' });
});

test('a young user is not applicable', () => {
  expect(ana({ CreateDate: daysAgo(89) }).verdict(iamUserNeverUsed)).toMatchObject({
    status: 'not-applicable',
    reason: 'too-young',
  });
});

test.each([[accessKeys], [accessKeyLastUsed]])('without $id the verdict is unknown', (read) => {
  expect(withKey().without(read).verdict(iamUserNeverUsed)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
