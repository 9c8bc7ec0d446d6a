import { keyMetadata, keyRotation, keys } from '../../collectors/kms.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { customerKey, isVerdict } from './customer-key.ts';

/** KMS rotates symmetric keys whose material it made itself; of others a person must make new ones. */
export const kmsKeyRotationOff = check({
  id: 'kms-key-rotation-off',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: keys,
  reads: [keyMetadata, keyRotation],
  references: ['CIS-7.0:4.6', 'HIPAA:164.312(a)(2)(iv)', 'WA:SEC08-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws kms enable-key-rotation --key-id ${name}`,
    terraform: () => 'resource "aws_kms_key" "<name>" {\n  enable_key_rotation = true\n}',
  },
  judge(key) {
    const metadata = customerKey(key);
    if (isVerdict(metadata)) return metadata;
    const { KeyState: state = '', KeySpec: spec = '', Origin: origin = '' } = metadata;
    if (state !== 'Enabled') return notApplicable('not-enabled', { state });
    if (spec !== 'SYMMETRIC_DEFAULT' || origin !== 'AWS_KMS')
      return notApplicable('not-rotatable', { spec, origin });
    const rotation = key.get(keyRotation);
    if (rotation === null) return notApplicable('not-rotatable', { spec, origin });
    const seen = { ...rotation };
    if (!rotation.KeyRotationEnabled) return fail('off', {}, { seen });
    return pass('on', { days: rotation.RotationPeriodInDays ?? 365 }, { seen });
  },
});
