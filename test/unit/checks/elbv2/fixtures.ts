import { loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

export const arnOf = (type: 'app' | 'net' | 'gwy', name: string) =>
  `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/${type}/${name}/50dc6c495c0c9188`;

const types = { app: 'application', net: 'network', gwy: 'gateway' } as const;

/** An estate with one load balancer called `shop`. */
export const balancer = (type: 'app' | 'net' | 'gwy' = 'app', more: object = {}, region = 'us-east-1') =>
  estate({ account: ACCOUNT, region }).with(loadBalancers, [
    {
      LoadBalancerArn: arnOf(type, 'shop'),
      LoadBalancerName: 'shop',
      Type: types[type],
      Scheme: 'internal',
      State: { Code: 'active' },
      CreatedTime: daysAgo(100),
      AvailabilityZones: [{ ZoneName: 'us-east-1a' }, { ZoneName: 'us-east-1b' }],
      ...more,
    },
  ]);
