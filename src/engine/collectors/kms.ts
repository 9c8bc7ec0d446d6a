import { facet, listing } from './read.ts';

const page = { output: 'NextMarker', input: 'Marker' };

/** Keys of the account, those that AWS services made for themselves included; KeyMetadata tells them apart. */
export const keys = listing({
  service: 'kms',
  operation: 'ListKeys',
  type: 'AWS::KMS::Key',
  page,
  input: () => ({ Limit: 1000 }),
  items: (output) => output.Keys,
  identify: (key, at) => ({ arn: key.KeyArn ?? at.arn('kms', `key/${key.KeyId}`), name: key.KeyId }),
  tags: 'tagging-api',
});

export const keyAliases = listing({
  service: 'kms',
  operation: 'ListAliases',
  type: 'AWS::KMS::Alias',
  auxiliary: true,
  page,
  input: () => ({ Limit: 100 }),
  items: (output) => output.Aliases,
  identify: (alias, at) => ({
    arn: alias.AliasArn ?? at.arn('kms', `${alias.AliasName}`),
    name: alias.AliasName,
  }),
});

const keyId = (key: { name: string }) => ({ KeyId: key.name });

export const keyMetadata = facet({
  service: 'kms',
  operation: 'DescribeKey',
  of: keys,
  name: 'KeyMetadata',
  input: keyId,
  value: (output) => output.KeyMetadata,
});

/** Asymmetric, HMAC and imported keys have no rotation, and the service says so with an error. */
export const keyRotation = facet({
  service: 'kms',
  operation: 'GetKeyRotationStatus',
  of: keys,
  name: 'KeyRotationStatus',
  absent: ['UnsupportedOperationException'],
  volatile: ['NextRotationDate'],
  input: keyId,
  value: ({ KeyRotationEnabled, RotationPeriodInDays, NextRotationDate }) => ({
    KeyRotationEnabled,
    RotationPeriodInDays,
    NextRotationDate,
  }),
});

/** The policy as JSON text. A key has one, and it is called default. */
export const keyPolicy = facet({
  service: 'kms',
  operation: 'GetKeyPolicy',
  of: keys,
  name: 'Policy',
  input: (key) => ({ KeyId: key.name, PolicyName: 'default' }),
  value: (output) => output.Policy,
});
