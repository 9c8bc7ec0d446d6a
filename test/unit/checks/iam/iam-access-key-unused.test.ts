import { expect, test } from 'vitest';
import { iamAccessKeyUnused } from '../../../../src/engine/checks/iam/iam-access-key-unused.ts';
import { accessKeyLastUsed, accessKeys } from '../../../../src/engine/collectors/iam.ts';
import { ana, daysAgo } from './user.ts';

const key = (options: { age: number; used?: number; status?: 'Active' | 'Inactive' }) =>
  ana()
    .with(
      accessKeys,
      [
        {
          UserName: 'ana',
          AccessKeyId: 'AKIA1',
          Status: options.status ?? 'Active',
          CreateDate: daysAgo(options.age),
        },
      ],
      { parent: 'ana' },
    )
    .facet(accessKeyLastUsed, 'ana AKIA1', {
      ServiceName: 's3',
      Region: 'us-east-1',
      ...(options.used !== undefined && { LastUsedDate: daysAgo(options.used) }),
    });

test.each([
  [{ age: 400, used: 44 }, 'pass', 'used'],
  [{ age: 400, used: 45 }, 'fail', 'unused'],
  [{ age: 45 }, 'fail', 'never-used'],
  [{ age: 44 }, 'not-applicable', 'too-young'],
  [{ age: 400, status: 'Inactive' as const }, 'not-applicable', 'inactive'],
])('%j: %s, %s', (options, status, reason) => {
  expect(key(options).verdict(iamAccessKeyUnused)).toMatchObject({ status, reason });
});

test('a key whose use could not be read is unknown', () => {
  expect(key({ age: 400, used: 1 }).without(accessKeyLastUsed).verdict(iamAccessKeyUnused)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:GetAccessKeyLastUsed' }],
  });
});
