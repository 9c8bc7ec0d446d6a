import { listing } from './read.ts';

/**
 * The account itself, one row. It is an asset: findings about root and the password policy hang on it. Who asked
 * is left out, because it differs from one consultant to the next and says nothing of the account.
 */
export const account = listing({
  service: 'sts',
  operation: 'GetCallerIdentity',
  type: 'AWS::::Account',
  scope: 'global',
  items: ({ Account }) => (Account ? [{ Account }] : []),
  identify: ({ Account }, at) => ({ arn: `arn:${at.partition}:iam::${Account}:root`, name: Account }),
});
