import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const autoScalingAtMaximum = check({
  id: 'auto-scaling-at-maximum',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: autoScalingGroups,
  references: ['WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${body.AutoScalingGroupName} --max-size <max>`,
  },
  judge({ body: { MinSize: min = 0, MaxSize: max = 0, DesiredCapacity: desired = 0 } }) {
    if (max === 0) return notApplicable('switched-off');
    if (min === max) return notApplicable('fixed-size', { size: max });
    const seen = { MinSize: min, MaxSize: max, DesiredCapacity: desired };
    return desired >= max
      ? fail('at-maximum', { desired, max }, { seen })
      : pass('room', { desired, max }, { seen });
  },
});
