import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** A group of exactly one is a known way to have an instance replaced when it fails; it is not meant to scale. */
export const autoScalingFixedSize = check({
  id: 'auto-scaling-fixed-size',
  version: 1,
  aspect: 'scalability',
  severity: 'low',
  on: autoScalingGroups,
  references: ['WA:REL07-BP01', 'WA:COST09-BP03'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${body.AutoScalingGroupName} --min-size <min> --max-size <max>\naws autoscaling put-scaling-policy --auto-scaling-group-name ${body.AutoScalingGroupName} --policy-name cpu --policy-type TargetTrackingScaling --target-tracking-configuration '{"PredefinedMetricSpecification":{"PredefinedMetricType":"ASGAverageCPUUtilization"},"TargetValue":<percent>}'`,
  },
  judge({ body: { MinSize: min = 0, MaxSize: max = 0 } }) {
    if (max === 0) return notApplicable('switched-off');
    if (max === 1 && min === 1) return notApplicable('one-instance');
    const seen = { MinSize: min, MaxSize: max };
    return min === max ? fail('fixed', { size: max }, { seen }) : pass('elastic', { min, max }, { seen });
  },
});
