import {
  albFixedResponses,
  albRedirects,
  albRequests,
  loadBalancers,
  nlbBytes,
} from '../../collectors/elbv2.ts';
import type { Body } from '../../collectors/read.ts';
import { loadBalancerMonth } from '../../pricing/elb.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';

const LOOKBACK_DAYS = 14;

/**
 * Public IPv4 addresses that go with the load balancer: one a zone (cost-and-compliance.md 1.17). Elastic IPs that
 * were brought along stay with the client and are not among them.
 */
const publicAddresses = ({ Scheme, IpAddressType, AvailabilityZones = [] }: Body<typeof loadBalancers>) =>
  Scheme === 'internet-facing' && IpAddressType !== 'dualstack-without-public-ipv4'
    ? AvailabilityZones.filter((zone) => !zone.LoadBalancerAddresses?.some((one) => one.AllocationId)).length
    : 0;

/**
 * No traffic in 14 days; the metrics are emitted only while there is some. RequestCount leaves out what the load
 * balancer answers itself, so redirects and fixed responses are looked at before it is called idle.
 */
export const elbIdle = check({
  id: 'elb-idle',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: loadBalancers,
  reads: [albRequests, albRedirects, albFixedResponses, nlbBytes],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ arn }) => `aws elbv2 delete-load-balancer --load-balancer-arn ${arn}` },
  judge(balancer, { now, prices }) {
    const { Type: type = '', State: state, CreatedTime: created } = balancer.body;
    if (type !== 'application' && type !== 'network') return notApplicable('other-type', { type });
    if (state?.Code === 'provisioning' || state?.Code === 'failed')
      return notApplicable('not-active', { state: state.Code });
    if (daysSince(created!, now) < LOOKBACK_DAYS) return notApplicable('too-young', { created: created! });

    const metrics = type === 'application' ? [albRequests, albRedirects, albFixedResponses] : [nlbBytes];
    for (const metric of metrics) {
      const traffic = summarize(balancer.get(metric), 'on-activity');
      if (!traffic) return unknown('no-series', { metric: metric.name });
      if (traffic.sum > 0) return pass('in-use', { metric: metric.name, sum: traffic.sum });
    }
    const addresses = publicAddresses(balancer.body);
    return fail(
      'idle',
      { type, created: created! },
      {
        seen: { Type: type, Scheme: balancer.body.Scheme, CreatedTime: created, publicAddresses: addresses },
        saving: saving(prices, loadBalancerMonth(prices, balancer.region, type, addresses), {
          basis: `730 hours of the ${type} load balancer and ${addresses} public IPv4 addresses, no capacity units`,
          effort: 'S',
          restart: false,
          confidence: 'high',
          action: 'delete',
        }),
      },
    );
  },
});
