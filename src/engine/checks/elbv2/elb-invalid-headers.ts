import { loadBalancerAttributes, loadBalancers } from '../../collectors/elbv2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

const attribute = 'routing.http.drop_invalid_header_fields.enabled';

export const elbInvalidHeaders = check({
  id: 'elb-invalid-headers',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: loadBalancers,
  reads: [loadBalancerAttributes],
  references: ['FSBP:ELB.4'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=${attribute},Value=true`,
    terraform: () => 'resource "aws_lb" "<name>" {\n  drop_invalid_header_fields = true\n}',
  },
  judge(balancer) {
    const type = balancer.body.Type ?? '';
    if (type !== 'application') return notApplicable('other-type', { type });
    const enabled = balancer.get(loadBalancerAttributes)?.[attribute];
    if (enabled === undefined) return unknown('not-told');
    const seen = { [attribute]: enabled };
    return enabled === 'true' ? pass('dropped', {}, { seen }) : fail('forwarded', {}, { seen });
  },
});
