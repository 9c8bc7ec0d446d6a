import type { KeyMetadata } from '@aws-sdk/client-kms';
import { keyMetadata, keys } from '../../../../src/engine/collectors/kms.ts';
import { estate } from '../../../support/estate.ts';

/** An estate with one enabled symmetric key of the client's, unless said otherwise. */
export const key = (metadata: Partial<KeyMetadata> = {}) =>
  estate()
    .with(keys, [{ KeyId: 'key-1', KeyArn: 'arn:aws:kms:us-east-1:111122223333:key/key-1' }])
    .facet(keyMetadata, 'key-1', {
      KeyId: 'key-1',
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
      ...metadata,
    });

export const readDenied = (read: string) => ({
  status: 'unknown',
  missing: [{ read, outcome: 'denied', permission: read }],
});
