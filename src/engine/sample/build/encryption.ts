import { uuid } from '../ids.ts';
import type { Kinds, Site, Tags } from '../world.ts';

interface KeySpec {
  /** Alias without `alias/`. */
  alias: string;
  description?: string;
  created: Date;
  rotates?: boolean;
  /** Days until it is gone; set when its deletion is scheduled. */
  deletion?: Date;
  disabled?: boolean;
  /** A key pair for signing, which cannot rotate. */
  signing?: boolean;
  /** Statements besides the one that hands the key over to IAM. */
  statements?: object[];
  tags?: Tags;
}

export function key(site: Site, spec: KeySpec): Kinds['key'] {
  return addKey(site, spec, 'CUSTOMER', [
    {
      Sid: 'EnableIAMPolicies',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${site.account.id}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    ...(spec.statements ?? []),
  ]);
}

/** A key that AWS keeps for a service of the account, such as `aws/ebs`. */
export function awsManagedKey(site: Site, service: string, created: Date): Kinds['key'] {
  return addKey(
    site,
    { alias: `aws/${service}`, created, rotates: true, description: `Default key for ${service}` },
    'AWS',
    [
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:CallerAccount': site.account.id,
            'kms:ViaService': `${service}.${site.region}.amazonaws.com`,
          },
        },
      },
    ],
  );
}

function addKey(site: Site, spec: KeySpec, manager: 'AWS' | 'CUSTOMER', statements: object[]): Kinds['key'] {
  const id = uuid(site.account.id, site.region, spec.alias);
  const arn = site.arn('kms', `key/${id}`);
  site.add('alias', {
    name: `alias/${spec.alias}`,
    arn: site.arn('kms', `alias/${spec.alias}`),
    tags: {},
    body: {
      AliasName: `alias/${spec.alias}`,
      AliasArn: site.arn('kms', `alias/${spec.alias}`),
      TargetKeyId: id,
      CreationDate: spec.created,
      LastUpdatedDate: spec.created,
    },
  });
  return site.add('key', {
    name: id,
    arn,
    tags: spec.tags ?? {},
    rotates: spec.rotates ?? false,
    policy: { Version: '2012-10-17', Id: 'key-policy', Statement: statements },
    body: {
      AWSAccountId: site.account.id,
      KeyId: id,
      Arn: arn,
      CreationDate: spec.created,
      Enabled: !spec.disabled && !spec.deletion,
      Description: spec.description ?? '',
      KeyUsage: spec.signing ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT',
      KeyState: spec.deletion ? 'PendingDeletion' : spec.disabled ? 'Disabled' : 'Enabled',
      DeletionDate: spec.deletion,
      Origin: 'AWS_KMS',
      KeyManager: manager,
      KeySpec: spec.signing ? 'RSA_3072' : 'SYMMETRIC_DEFAULT',
      ...(spec.signing
        ? { SigningAlgorithms: ['RSASSA_PKCS1_V1_5_SHA_256'] }
        : { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }),
      MultiRegion: false,
    },
  });
}

/** ARN of the key behind an alias, which must be there. */
export function keyArn(site: Site, alias: string): string {
  return site.arn('kms', `key/${site.get('alias', `alias/${alias}`).body.TargetKeyId}`);
}
