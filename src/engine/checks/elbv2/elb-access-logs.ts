import { loadBalancerAttributes, loadBalancers } from '../../collectors/elbv2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

/** Application load balancers only: those of the network type log TLS connections and nothing else. */
export const elbAccessLogs = check({
  id: 'elb-access-logs',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: loadBalancers,
  reads: [loadBalancerAttributes],
  references: ['FSBP:ELB.5', 'CIS-7.0:4.10', 'WA:SEC04-BP01', 'HIPAA:164.312(b)'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=<bucket>`,
    terraform: () =>
      'resource "aws_lb" "<name>" {\n  access_logs {\n    enabled = true\n    bucket  = "<bucket>"\n  }\n}',
  },
  judge(balancer) {
    const type = balancer.body.Type ?? '';
    if (type !== 'application') return notApplicable('other-type', { type });
    const attributes = balancer.get(loadBalancerAttributes);
    const enabled = attributes?.['access_logs.s3.enabled'];
    if (enabled === undefined) return unknown('not-told');
    return enabled === 'true'
      ? pass('logged', { bucket: attributes?.['access_logs.s3.bucket'] ?? '' })
      : fail('not-logged', {}, { seen: { 'access_logs.s3.enabled': enabled } });
  },
});
