import { ebsGp2ToGp3 } from './ebs-gp2-to-gp3.ts';
import { ebsVolumeUnattached } from './ebs-volume-unattached.ts';

export const ec2Checks = [ebsGp2ToGp3, ebsVolumeUnattached];
