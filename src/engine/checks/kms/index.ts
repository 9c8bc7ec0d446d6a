import { kmsKeyDisabled } from './kms-key-disabled.ts';
import { kmsKeyPendingDeletion } from './kms-key-pending-deletion.ts';
import { kmsKeyPolicyPublic } from './kms-key-policy-public.ts';
import { kmsKeyRotationOff } from './kms-key-rotation-off.ts';

export const kmsChecks = [kmsKeyPolicyPublic, kmsKeyPendingDeletion, kmsKeyRotationOff, kmsKeyDisabled];
