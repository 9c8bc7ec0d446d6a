import type { listeners, targetGroups } from '../../collectors/elbv2.ts';
import type { KeyOf } from '../vpc/keys.ts';

/** The load balancers that send to a target group. */
export const groupsByBalancer: KeyOf<typeof targetGroups> = ({ body }) => body.LoadBalancerArns;
export const listenersByBalancer: KeyOf<typeof listeners> = ({ body }) => body.LoadBalancerArn;
