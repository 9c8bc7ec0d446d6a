import { expect, test } from 'vitest';
import { s3AccountPublicAccessBlock } from '../../../../src/engine/checks/s3/s3-account-public-access-block.ts';
import { accountPublicAccessBlock } from '../../../../src/engine/collectors/s3.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { readDenied } from './fixtures.ts';

const blocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const withBlock = (...blocks: object[]) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .with(accountPublicAccessBlock, blocks);

test('an account with all four settings passes', () => {
  expect(withBlock(blocked).verdict(s3AccountPublicAccessBlock)).toMatchObject({
    status: 'pass',
    reason: 'on',
  });
});

test('an account with one setting off fails and names it', () => {
  expect(
    withBlock({ ...blocked, RestrictPublicBuckets: false }).verdict(s3AccountPublicAccessBlock),
  ).toMatchObject({ status: 'fail', reason: 'partly', parameters: { off: ['RestrictPublicBuckets'] } });
});

test('an account that never set it fails: an empty answer is an answer', () => {
  expect(withBlock().verdict(s3AccountPublicAccessBlock)).toMatchObject({
    status: 'fail',
    reason: 'never-set',
  });
});

test('a block that could not be read is unknown', () => {
  expect(
    withBlock(blocked).without(accountPublicAccessBlock).verdict(s3AccountPublicAccessBlock),
  ).toMatchObject(readDenied('s3:GetPublicAccessBlock/account', 's3:GetAccountPublicAccessBlock'));
});
