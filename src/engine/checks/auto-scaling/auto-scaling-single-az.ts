import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

export const autoScalingSingleAz = check({
  id: 'auto-scaling-single-az',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: autoScalingGroups,
  references: ['FSBP:AutoScaling.2', 'WA:REL10-BP01'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${body.AutoScalingGroupName} --vpc-zone-identifier "<subnet in zone 1>,<subnet in zone 2>"`,
  },
  judge({ body: { AvailabilityZones: zones = [], MaxSize: max = 0 } }) {
    if (max === 0) return notApplicable('switched-off');
    const seen = { AvailabilityZones: zones, MaxSize: max };
    if (zones.length === 0) return unknown('zones-not-told');
    return zones.length === 1
      ? fail('one-zone', { zone: zones[0]! }, { seen })
      : pass('several-zones', { zones }, { seen });
  },
});
