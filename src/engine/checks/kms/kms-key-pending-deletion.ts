import { keyMetadata, keys } from '../../collectors/kms.ts';
import { check, fail, pass } from '../check.ts';
import { customerKey, isVerdict } from './customer-key.ts';

export const kmsKeyPendingDeletion = check({
  id: 'kms-key-pending-deletion',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: keys,
  reads: [keyMetadata],
  references: ['FSBP:KMS.3', 'HIPAA:164.308(a)(7)(ii)(A)', 'WA:SEC08-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws kms cancel-key-deletion --key-id ${name}\naws kms enable-key --key-id ${name}`,
  },
  judge(key) {
    const metadata = customerKey(key);
    if (isVerdict(metadata)) return metadata;
    const { KeyState: state = '', DeletionDate: date, Description: description } = metadata;
    const seen = { KeyState: state, DeletionDate: date, Description: description };
    if (state === 'PendingDeletion' && date) return fail('pending', { date }, { seen });
    // The waiting time of a primary key starts when its last replica is gone.
    if (state === 'PendingDeletion' || state === 'PendingReplicaDeletion')
      return fail('pending-undated', {}, { seen });
    return pass('not-pending', { state }, { seen });
  },
});
