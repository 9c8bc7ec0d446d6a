import { expect, test } from 'vitest';
import { s3BucketPublic } from '../../../../src/engine/checks/s3/s3-bucket-public.ts';
import {
  accountPublicAccessBlock,
  bucketAcl,
  bucketPolicyStatus,
  bucketPublicAccessBlock,
  buckets,
} from '../../../../src/engine/collectors/s3.ts';
import { denied } from '../../../support/estate.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const blocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const group = (name: string, Permission: 'READ' | 'WRITE' = 'READ') => ({
  Grantee: { Type: 'Group' as const, URI: `http://acs.amazonaws.com/groups/global/${name}` },
  Permission,
});
const owner = {
  Grantee: { Type: 'CanonicalUser' as const, ID: 'owner' },
  Permission: 'FULL_CONTROL' as const,
};

interface Facts {
  account?: object;
  block?: object | null;
  isPublic?: boolean | null;
  grants?: (typeof owner | ReturnType<typeof group>)[];
}

/** Everything is read; the account and the bucket have no block unless said otherwise. */
const facts = ({ account, block = null, isPublic = null, grants = [owner] }: Facts) =>
  bucket()
    .with(accountPublicAccessBlock, account ? [account] : [])
    .facet(bucketPublicAccessBlock, 'records', block)
    .facet(bucketPolicyStatus, 'records', isPublic === null ? null : { IsPublic: isPublic })
    .facet(bucketAcl, 'records', grants);

test('a bucket with a public policy and no block fails', () => {
  expect(facts({ isPublic: true }).verdict(s3BucketPublic)).toMatchObject({
    status: 'fail',
    reason: 'by-policy',
    seen: { PolicyStatus: { IsPublic: true } },
  });
});

test.each(['AllUsers', 'AuthenticatedUsers'])('a bucket whose ACL lets %s in fails', (name) => {
  expect(facts({ grants: [owner, group(name)] }).verdict(s3BucketPublic)).toMatchObject({
    status: 'fail',
    reason: 'by-acl',
    seen: { Grants: [`http://acs.amazonaws.com/groups/global/${name} READ`] },
  });
});

test('a bucket without policy whose ACL names the owner only passes', () => {
  expect(facts({}).verdict(s3BucketPublic)).toMatchObject({ status: 'pass', reason: 'private' });
});

test.each([
  [{ account: blocked }],
  [{ block: blocked }],
  [{ account: { RestrictPublicBuckets: true }, block: { IgnorePublicAcls: true } }],
])('a public policy and ACL do no harm behind %o', (blocks) => {
  const open = facts({ ...blocks, isPublic: true, grants: [group('AllUsers')] });
  expect(open.verdict(s3BucketPublic).status).toBe('pass');
});

test('a block of new policies alone does not shut out an old one', () => {
  const block = { BlockPublicPolicy: true, BlockPublicAcls: true };
  expect(facts({ account: block, block, isPublic: true }).verdict(s3BucketPublic)).toMatchObject({
    status: 'fail',
    reason: 'by-policy',
  });
});

test('what another AWS account may do is not public', () => {
  expect(facts({ isPublic: false }).verdict(s3BucketPublic).status).toBe('pass');
});

test('the account block settles it when nothing of the bucket could be read', () => {
  const unread = facts({ account: blocked, isPublic: true })
    .without(bucketPublicAccessBlock)
    .without(bucketPolicyStatus)
    .without(bucketAcl);
  expect(unread.verdict(s3BucketPublic).status).toBe('pass');
});

test('the bucket block settles it when the account block could not be read', () => {
  const unread = facts({ block: blocked, isPublic: true }).without(accountPublicAccessBlock);
  expect(unread.verdict(s3BucketPublic).status).toBe('pass');
});

test('a private policy and ACL settle it when no block could be read', () => {
  const unread = facts({ isPublic: false })
    .without(accountPublicAccessBlock)
    .without(bucketPublicAccessBlock);
  expect(unread.verdict(s3BucketPublic).status).toBe('pass');
});

test('a public ACL settles it when the policy status could not be read', () => {
  const unread = facts({ grants: [group('AllUsers', 'WRITE')] }).without(bucketPolicyStatus);
  expect(unread.verdict(s3BucketPublic)).toMatchObject({ status: 'fail', reason: 'by-acl' });
});

test.each([
  [accountPublicAccessBlock, 's3:GetPublicAccessBlock/account', 's3:GetAccountPublicAccessBlock'],
  [bucketPublicAccessBlock, 's3:GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
] as const)('a public policy is no verdict while a block could not be read', (read, id, permission) => {
  expect(facts({ isPublic: true }).without(read, denied).verdict(s3BucketPublic)).toMatchObject(
    readDenied(id, permission),
  );
});

test.each([
  [bucketPolicyStatus, 's3:GetBucketPolicyStatus', 's3:GetBucketPolicyStatus'],
  [bucketAcl, 's3:GetBucketAcl', 's3:GetBucketAcl'],
] as const)('without a block both policy status and ACL are needed to pass', (read, id, permission) => {
  expect(facts({}).without(read, denied).verdict(s3BucketPublic)).toMatchObject(readDenied(id, permission));
});

test('buckets that could not be listed are unknown', () => {
  expect(facts({}).without(buckets).verdict(s3BucketPublic)).toMatchObject(bucketsDenied);
});
