import { instances } from '../../collectors/ec2.ts';
import { targetGroups, targetHealth } from '../../collectors/elbv2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { byInstanceId } from '../vpc/keys.ts';

/** Targets say their zone when they are addresses; of instances the instance has to be asked. */
export const elbTargetsSingleAz = check({
  id: 'elb-targets-single-az',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: targetGroups,
  reads: [targetHealth, instances],
  references: ['WA:REL10-BP01'],
  effort: 'M',
  judge(group, { estate }) {
    const { TargetType: type = '', LoadBalancerArns: balancers = [] } = group.body;
    if (type !== 'instance' && type !== 'ip') return notApplicable('other-target', { type });
    if (balancers.length === 0) return notApplicable('unattached');
    const targets = (group.get(targetHealth) ?? []).filter(
      ({ TargetHealth }) => !TargetHealth?.State?.includes('draining'),
    );
    if (targets.length === 0) return notApplicable('no-targets');
    const zones = new Set<string>();
    let unplaced = 0;
    for (const { Target: target } of targets) {
      const zone =
        target?.AvailabilityZone ??
        (type === 'instance'
          ? estate.index(instances, byInstanceId).get(target?.Id ?? '')?.[0]?.body.Placement?.AvailabilityZone
          : undefined);
      // `all` is an address outside of the VPC.
      if (zone && zone !== 'all') zones.add(zone);
      else unplaced += 1;
    }
    const facts = { targets: targets.length, zones: [...zones].sort() };
    const seen = { TargetType: type, ...facts };
    if (zones.size > 1) return pass('several-zones', facts, { seen });
    if (unplaced > 0) return unknown('zone-not-told', { unplaced, targets: targets.length }, { seen });
    return fail('one-zone', { targets: targets.length, zone: [...zones][0]! }, { seen });
  },
});
