import { dynamodbCapacityMode } from './dynamodb-capacity-mode.ts';
import { dynamodbDeletionProtection } from './dynamodb-deletion-protection.ts';
import { dynamodbHardlyUsed } from './dynamodb-hardly-used.ts';
import { dynamodbNearCapacity } from './dynamodb-near-capacity.ts';
import { dynamodbPointInTimeRecovery } from './dynamodb-point-in-time-recovery.ts';

export const dynamodbChecks = [
  dynamodbPointInTimeRecovery,
  dynamodbDeletionProtection,
  dynamodbNearCapacity,
  dynamodbHardlyUsed,
  dynamodbCapacityMode,
];
