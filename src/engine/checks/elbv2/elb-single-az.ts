import { loadBalancers } from '../../collectors/elbv2.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const elbSingleAz = check({
  id: 'elb-single-az',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: loadBalancers,
  references: ['FSBP:ELB.13', 'WA:REL10-BP01'],
  effort: 'M',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 set-subnets --load-balancer-arn ${arn} --subnets <subnet in zone 1> <subnet in zone 2>`,
  },
  judge({ body: { AvailabilityZones: found, Type: type = '' } }) {
    const zones = [...new Set((found ?? []).flatMap(({ ZoneName }) => ZoneName ?? []))].sort();
    const seen = { Type: type, zones };
    if (zones.length === 0) return unknown('zones-not-told');
    return zones.length === 1
      ? fail('one-zone', { zone: zones[0]! }, { seen })
      : pass('several-zones', { zones }, { seen });
  },
});
