import { z } from 'zod';
import { clusters } from '../../collectors/eks.ts';
import { check, fail, pass, unknown } from '../check.ts';
import { minorOf } from './version-calendar.ts';

/** From 1.28 on, EKS encrypts all API data with a key of its own (EKS user guide, default envelope encryption). */
const ENCRYPTED_BY_DEFAULT = 28;

/** `ownKey` is for clients who must hold the key themselves. */
export const eksSecretsEncryption = check({
  id: 'eks-secrets-encryption',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: clusters,
  parameters: z.object({ ownKey: z.boolean().default(false) }),
  references: ['FSBP:EKS.3', 'WA:SEC08-BP02', 'HIPAA:164.312(a)(2)(iv)'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws eks associate-encryption-config --cluster-name ${name} --encryption-config '[{"resources":["secrets"],"provider":{"keyArn":"<key>"}}]'`,
    terraform: () =>
      'resource "aws_eks_cluster" "<name>" {\n  encryption_config {\n    resources = ["secrets"]\n    provider {\n      key_arn = "<key>"\n    }\n  }\n}',
  },
  judge(cluster, { parameters: { ownKey } }) {
    const { version = '', encryptionConfig = [] } = cluster.body;
    const key = encryptionConfig.find(({ resources }) => resources?.includes('secrets'))?.provider?.keyArn;
    const seen = { version, keyArn: key };
    if (key) return pass('own-key', { key }, { seen });
    const minor = minorOf(version);
    if (Number.isNaN(minor)) return unknown('no-version');
    if (minor < ENCRYPTED_BY_DEFAULT) return fail('not-encrypted', { version }, { seen });
    return ownKey ? fail('aws-key-only', { version }, { seen }) : pass('aws-key', { version }, { seen });
  },
});
