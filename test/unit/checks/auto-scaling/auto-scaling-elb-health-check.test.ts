import { expect, test } from 'vitest';
import { autoScalingElbHealthCheck } from '../../../../src/engine/checks/auto-scaling/auto-scaling-elb-health-check.ts';
import { autoScalingGroups } from '../../../../src/engine/collectors/auto-scaling.ts';
import { group } from './fixtures.ts';

const attached = (HealthCheckType: string) => group({ HealthCheckType, TargetGroupARNs: ['arn:tg'] });

test('a group behind a target group that asks EC2 alone fails', () => {
  expect(attached('EC2').verdict(autoScalingElbHealthCheck)).toMatchObject({
    status: 'fail',
    parameters: { types: 'EC2', attached: 1 },
  });
});

test('a group behind a classic load balancer counts too', () => {
  expect(group({ LoadBalancerNames: ['old'] }).verdict(autoScalingElbHealthCheck).status).toBe('fail');
});

test.each(['ELB', 'EC2,ELB', 'EBS, ELB'])('a group with the checks %s passes', (types) => {
  expect(attached(types).verdict(autoScalingElbHealthCheck).status).toBe('pass');
});

test('a group without a load balancer is not applicable', () => {
  expect(group().verdict(autoScalingElbHealthCheck)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-load-balancer',
  });
});

test('groups that could not be listed are unknown', () => {
  expect(attached('ELB').without(autoScalingGroups).verdict(autoScalingElbHealthCheck).status).toBe(
    'unknown',
  );
});
