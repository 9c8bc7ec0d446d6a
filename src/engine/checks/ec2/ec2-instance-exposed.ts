import { instances, networkAcls, routeTables, securityGroups } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import type { InternetFamily } from '../vpc/internet.ts';
import { byGroupId } from '../vpc/keys.ts';
import { aclLetsIn, aclOf } from '../vpc/network-acl-rules.ts';
import { allows, openRules } from '../vpc/open-rules.ts';
import { hasInternetRoute, routeTableOf } from '../vpc/routes.ts';

const adminPorts = [22, 3389];

type Interface = NonNullable<Body<typeof instances>['NetworkInterfaces']>[number];

/** The public address of an interface: any of its private ones may carry it. */
const publicAddress = (card: Interface): string | undefined =>
  card.Association?.PublicIp ??
  card.PrivateIpAddresses?.find((one) => one.Association?.PublicIp)?.Association?.PublicIp;

/**
 * An administration port that anybody on the internet reaches: the interface has a public address, its subnet a
 * route to an internet gateway, and both its network ACL and a security group of it let the port in. One of them
 * shut is enough to pass.
 */
export const ec2InstanceExposed = check({
  id: 'ec2-instance-exposed',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: instances,
  reads: [securityGroups, routeTables, networkAcls],
  references: ['WA:SEC05-BP02', 'FSBP:EC2.9', 'CIS-7.0:6.3', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ssm start-session --target ${body.InstanceId}\naws ec2 revoke-security-group-ingress --group-id <group> --protocol tcp --port <port> --cidr 0.0.0.0/0`,
  },
  judge(instance, { estate }) {
    const { State: state, NetworkInterfaces: interfaces = [] } = instance.body;
    if (state?.Name !== 'running') return notApplicable('not-running', { state: state?.Name ?? '' });
    const reachable = interfaces.flatMap((card) => {
      const families: InternetFamily[] = [];
      if (publicAddress(card)) families.push('IPv4');
      if (card.Ipv6Addresses?.length) families.push('IPv6');
      return families.map((family) => ({ card, family }));
    });
    if (reachable.length === 0) return notApplicable('no-public-address');

    let stoppedBy: 'no-open-group' | 'no-internet-route' | 'shut-by-acl' = 'no-open-group';
    for (const { card, family } of reachable) {
      const doors = [];
      for (const { GroupId: id = '' } of card.Groups ?? []) {
        const group = estate.index(securityGroups, byGroupId).get(id)?.[0];
        if (!group) return unknown('group-not-listed', { group: id });
        for (const rule of openRules(group.body))
          if (rule.family === family)
            for (const port of adminPorts) if (allows(rule, 'tcp', port)) doors.push({ port, group: id });
      }
      if (doors.length === 0) continue;
      const subnet = card.SubnetId ?? '';
      const table = routeTableOf(estate, subnet, card.VpcId ?? '');
      if (!table) return unknown('route-table-not-listed', { subnet });
      if (!hasInternetRoute(table.body, family)) {
        stoppedBy = 'no-internet-route';
        continue;
      }
      const acl = aclOf(estate, subnet);
      if (!acl) return unknown('acl-not-listed', { subnet });
      const open = doors.filter(({ port }) => aclLetsIn(acl.body.Entries ?? [], port, family));
      if (open.length === 0) {
        stoppedBy = 'shut-by-acl';
        continue;
      }
      const address = family === 'IPv4' ? publicAddress(card) : card.Ipv6Addresses?.[0]?.Ipv6Address;
      return fail(
        'exposed',
        {
          address: address ?? '',
          ports: [...new Set(open.map(({ port }) => String(port)))],
          groups: [...new Set(open.map(({ group }) => group))],
        },
        {
          seen: {
            address,
            NetworkInterfaceId: card.NetworkInterfaceId,
            RouteTableId: table.body.RouteTableId,
          },
        },
      );
    }
    return pass(stoppedBy);
  },
});
