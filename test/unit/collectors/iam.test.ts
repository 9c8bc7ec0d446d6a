import { expect, test } from 'vitest';
import {
  accessKeys,
  credentialReport,
  ownerArn,
  rolePolicies,
  rolePolicyDocument,
} from '../../../src/engine/collectors/iam.ts';
import { at, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: 'global' }, 'aws', NOW);
const salted = redactor('test');

const found = <B>(arn: string, body: B) => ({
  account: ACCOUNT,
  region: 'global',
  type: 'x',
  arn,
  name: 'deploy',
  body,
});

test('the credential report becomes a row per identity, commas in user names included', () => {
  const csv = [
    'user,arn,password_last_used,mfa_active',
    '<root_account>,arn:aws:iam::111122223333:root,2026-10-28T09:00:00+00:00,true',
    '"ana,lopez","arn:aws:iam::111122223333:user/ana,lopez",no_information,false',
  ].join('\n');
  const rows = credentialReport.items({
    Content: new TextEncoder().encode(csv),
    GeneratedTime: new Date('2026-11-02T06:00:00Z'),
  });
  expect(rows).toMatchObject([
    { user: '<root_account>', mfa_active: 'true', generated: '2026-11-02T06:00:00.000Z' },
    { user: 'ana,lopez', arn: 'arn:aws:iam::111122223333:user/ana,lopez', mfa_active: 'false' },
  ]);
});

test('a report that is missing or too old is a failure, not an answer', () => {
  expect(credentialReport.absent).toEqual([]);
});

test('keys and inline policies carry the ARN of their owner', () => {
  const user = `arn:aws:iam::${ACCOUNT}:user/people/ana`;
  const key = accessKeys.store(
    { UserName: 'ana', AccessKeyId: 'AKIA1', Status: 'Active' },
    here,
    salted,
    found(user, {}),
  );
  expect(key).toMatchObject({ arn: `${user}/access-key/AKIA1`, name: 'ana AKIA1' });
  expect(ownerArn(key.arn)).toBe(user);
});

test('an inline policy is asked for by the name of its role, whatever the path', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/ci/team-a/deploy`;
  const { arn } = rolePolicies.store('all', here, salted, found(role, {}));
  expect(rolePolicyDocument.input([found(arn, 'all')], here)).toEqual({
    RoleName: 'deploy',
    PolicyName: 'all',
  });
});

test('service-linked roles are not asked for inline policies, because nobody can change those', () => {
  const path = (Path: string) => rolePolicies.inputs(here, found('arn:x', { Path, RoleName: 'deploy' }));
  expect(path('/aws-service-role/ecs.amazonaws.com/')).toEqual([]);
  expect(path('/')).toEqual([{ RoleName: 'deploy' }]);
});
