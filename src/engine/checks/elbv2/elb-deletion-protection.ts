import { loadBalancerAttributes, loadBalancers } from '../../collectors/elbv2.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const elbDeletionProtection = check({
  id: 'elb-deletion-protection',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: loadBalancers,
  reads: [loadBalancerAttributes],
  references: ['FSBP:ELB.6'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=deletion_protection.enabled,Value=true`,
    terraform: () => 'resource "aws_lb" "<name>" {\n  enable_deletion_protection = true\n}',
  },
  judge(balancer) {
    const enabled = balancer.get(loadBalancerAttributes)?.['deletion_protection.enabled'];
    if (enabled === undefined) return unknown('not-told');
    const seen = { 'deletion_protection.enabled': enabled };
    return enabled === 'true' ? pass('protected', {}, { seen }) : fail('unprotected', {}, { seen });
  },
});
