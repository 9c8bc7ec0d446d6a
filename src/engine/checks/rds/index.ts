import { rdsClusterBackupRetention } from './rds-cluster-backup-retention.ts';
import { rdsClusterDeletionProtection } from './rds-cluster-deletion-protection.ts';
import { rdsClusterSingleInstance } from './rds-cluster-single-instance.ts';
import { rdsClusterUnencrypted } from './rds-cluster-unencrypted.ts';
import { rdsCpuSaturated } from './rds-cpu-saturated.ts';
import { rdsEngineStandardSupport } from './rds-engine-standard-support.ts';
import { rdsInstanceBackupRetention } from './rds-instance-backup-retention.ts';
import { rdsInstanceDeletionProtection } from './rds-instance-deletion-protection.ts';
import { rdsInstanceIdle } from './rds-instance-idle.ts';
import { rdsInstancePublic } from './rds-instance-public.ts';
import { rdsInstanceUnencrypted } from './rds-instance-unencrypted.ts';
import { rdsMinorUpgradesOff } from './rds-minor-upgrades-off.ts';
import { rdsPreviousGeneration } from './rds-previous-generation.ts';
import { rdsPublicSubnets } from './rds-public-subnets.ts';
import { rdsSingleAz } from './rds-single-az.ts';
import { rdsSnapshotOld } from './rds-snapshot-old.ts';
import { rdsSnapshotPublic } from './rds-snapshot-public.ts';
import { rdsStorageAutoscalingOff } from './rds-storage-autoscaling-off.ts';
import { rdsStorageGeneration } from './rds-storage-generation.ts';
import { rdsStorageOversized } from './rds-storage-oversized.ts';

export const rdsChecks = [
  rdsInstancePublic,
  rdsPublicSubnets,
  rdsInstanceUnencrypted,
  rdsClusterUnencrypted,
  rdsSnapshotPublic,
  rdsInstanceBackupRetention,
  rdsClusterBackupRetention,
  rdsInstanceDeletionProtection,
  rdsClusterDeletionProtection,
  rdsMinorUpgradesOff,
  rdsSingleAz,
  rdsClusterSingleInstance,
  rdsStorageAutoscalingOff,
  rdsCpuSaturated,
  rdsInstanceIdle,
  rdsStorageOversized,
  rdsStorageGeneration,
  rdsPreviousGeneration,
  rdsEngineStandardSupport,
  rdsSnapshotOld,
];
