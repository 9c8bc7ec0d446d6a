import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** HealthCheckType is a list in one string, such as `EC2,EBS,ELB`. */
export const autoScalingElbHealthCheck = check({
  id: 'auto-scaling-elb-health-check',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: autoScalingGroups,
  references: ['FSBP:AutoScaling.1', 'WA:REL11-BP01'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${body.AutoScalingGroupName} --health-check-type ELB --health-check-grace-period <seconds>`,
    terraform: () =>
      'resource "aws_autoscaling_group" "<name>" {\n  health_check_type         = "ELB"\n  health_check_grace_period = <seconds>\n}',
  },
  judge({ body: { HealthCheckType: types = '', TargetGroupARNs = [], LoadBalancerNames = [] } }) {
    const attached = TargetGroupARNs.length + LoadBalancerNames.length;
    if (attached === 0) return notApplicable('no-load-balancer');
    const seen = { HealthCheckType: types, TargetGroupARNs, LoadBalancerNames };
    return types.split(',').some((type) => type.trim() === 'ELB')
      ? pass('asked', { types }, { seen })
      : fail('not-asked', { types, attached }, { seen });
  },
});
