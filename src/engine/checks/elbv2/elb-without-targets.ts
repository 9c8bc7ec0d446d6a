import { listeners, loadBalancers, targetGroups, targetHealth } from '../../collectors/elbv2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { groupsByBalancer, listenersByBalancer } from './keys.ts';

/** A load balancer whose listeners only redirect or answer themselves has no target group and needs no target. */
export const elbWithoutTargets = check({
  id: 'elb-without-targets',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: loadBalancers,
  reads: [targetGroups, targetHealth, listeners],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  judge(balancer, { estate }) {
    const groups = estate.index(targetGroups, groupsByBalancer).get(balancer.arn) ?? [];
    for (const group of groups)
      if (group.get(targetHealth)?.length) return pass('has-targets', { group: group.name });
    if (groups.length > 0) return fail('no-targets', { groups: groups.map(({ name }) => name) });
    return estate.index(listeners, listenersByBalancer).has(balancer.arn)
      ? notApplicable('answers-itself')
      : fail('no-listeners');
  },
});
