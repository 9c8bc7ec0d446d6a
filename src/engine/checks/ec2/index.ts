import type { Check } from '../check.ts';
import { ebsEncryptionByDefault } from './ebs-encryption-by-default.ts';
import { ebsGp2ToGp3 } from './ebs-gp2-to-gp3.ts';
import { ebsIo1ToGp3 } from './ebs-io1-to-gp3.ts';
import { ebsSnapshotOld } from './ebs-snapshot-old.ts';
import { ebsSnapshotPublic } from './ebs-snapshot-public.ts';
import { ebsSnapshotUnencrypted } from './ebs-snapshot-unencrypted.ts';
import { ebsVolumeMagnetic } from './ebs-volume-magnetic.ts';
import { ebsVolumeOfStoppedInstance } from './ebs-volume-of-stopped-instance.ts';
import { ebsVolumeUnattached } from './ebs-volume-unattached.ts';
import { ebsVolumeUnencrypted } from './ebs-volume-unencrypted.ts';
import { ec2ImagePublic } from './ec2-image-public.ts';
import { ec2ImageUnused } from './ec2-image-unused.ts';
import { ec2InstanceExposed } from './ec2-instance-exposed.ts';
import { ec2InstanceIdle } from './ec2-instance-idle.ts';
import { ec2InstanceImdsv1 } from './ec2-instance-imdsv1.ts';
import { ec2InstancePreviousGeneration } from './ec2-instance-previous-generation.ts';
import { ec2InstanceRole } from './ec2-instance-role.ts';
import { ec2InstanceStopped } from './ec2-instance-stopped.ts';
import { ec2LaunchTemplateCredential } from './ec2-launch-template-credential.ts';
import { ec2LaunchTemplateGp2 } from './ec2-launch-template-gp2.ts';
import { ec2LaunchTemplateImdsv1 } from './ec2-launch-template-imdsv1.ts';
import { ec2ReservedInstancesExpiring } from './ec2-reserved-instances-expiring.ts';
import { regionStray } from './region-stray.ts';

export const ec2Checks: readonly Check[] = [
  ebsEncryptionByDefault,
  ebsGp2ToGp3,
  ebsIo1ToGp3,
  ebsSnapshotOld,
  ebsSnapshotPublic,
  ebsSnapshotUnencrypted,
  ebsVolumeMagnetic,
  ebsVolumeOfStoppedInstance,
  ebsVolumeUnattached,
  ebsVolumeUnencrypted,
  ec2ImagePublic,
  ec2ImageUnused,
  ec2InstanceExposed,
  ec2InstanceIdle,
  ec2InstanceImdsv1,
  ec2InstancePreviousGeneration,
  ec2InstanceRole,
  ec2InstanceStopped,
  ec2LaunchTemplateCredential,
  ec2LaunchTemplateGp2,
  ec2LaunchTemplateImdsv1,
  ec2ReservedInstancesExpiring,
  regionStray,
];
