import { expect, test } from 'vitest';
import { iamAccessKeyOld } from '../../../../src/engine/checks/iam/iam-access-key-old.ts';
import { accessKeys } from '../../../../src/engine/collectors/iam.ts';
import { ana, daysAgo } from './user.ts';

const key = (age: number, Status: 'Active' | 'Inactive' = 'Active', id = 'AKIA1') => ({
  UserName: 'ana',
  AccessKeyId: id,
  Status,
  CreateDate: daysAgo(age),
});
const keys = (...list: ReturnType<typeof key>[]) => ana().with(accessKeys, list, { parent: 'ana' });

test.each([
  [90, 'pass'],
  [91, 'fail'],
])('an active key of %i days: %s', (age, status) => {
  expect(keys(key(age)).verdict(iamAccessKeyOld)).toMatchObject({ status, parameters: { age, days: 90 } });
});

test('each key of a user is judged by itself', () => {
  const judged = keys(key(400), key(3, 'Active', 'AKIA2')).judge(iamAccessKeyOld);
  expect(judged.map(({ subject, verdict }) => [subject.name, verdict.status])).toEqual([
    ['ana AKIA1', 'fail'],
    ['ana AKIA2', 'pass'],
  ]);
});

test('an inactive key is not applicable', () => {
  expect(keys(key(400, 'Inactive')).verdict(iamAccessKeyOld)).toMatchObject({ status: 'not-applicable' });
});

test('the limit can be tuned', () => {
  expect(keys(key(100)).verdict(iamAccessKeyOld, { parameters: { days: 180 } }).status).toBe('pass');
});

test('keys that could not be listed are unknown', () => {
  expect(keys(key(400)).without(accessKeys).verdict(iamAccessKeyOld)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:ListAccessKeys', permission: 'iam:ListAccessKeys' }],
  });
});
