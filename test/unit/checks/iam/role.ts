import { roles } from '../../../../src/engine/collectors/iam.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { daysAgo } from './user.ts';

/** An estate with one role, `deploy`, that is trusted by these statements. */
export const role = (...Statement: object[]) =>
  estate().with(roles, [
    {
      Path: '/',
      RoleName: 'deploy',
      RoleId: 'AROA1',
      Arn: `arn:aws:iam::${ACCOUNT}:role/deploy`,
      CreateDate: daysAgo(90),
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement })),
    },
  ]);

export const trust = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
});
