import { natGateways, routeTables, subnets, vpcs } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { byVpc, type KeyOf } from './keys.ts';
import { natOf, routeTableOf } from './routes.ts';

const byNatId: KeyOf<typeof natGateways> = ({ body }) => body.NatGatewayId;
const bySubnetId: KeyOf<typeof subnets> = ({ body }) => body.SubnetId;

/** Subnets of several zones that lose the internet when one zone fails, because all their NAT gateways stand there. */
export const vpcNatGatewaySingleAz = check({
  id: 'vpc-nat-gateway-single-az',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: vpcs,
  reads: [subnets, routeTables, natGateways],
  references: ['WA:REL10-BP01'],
  effort: 'M',
  judge({ account, body }, { estate }) {
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    const vpc = body.VpcId ?? '';
    const served = new Set<string>();
    const gateways = new Set<string>();
    for (const subnet of estate.index(subnets, byVpc).get(vpc) ?? []) {
      const table = routeTableOf(estate, subnet.body.SubnetId ?? '', vpc);
      const nat = table && natOf(table.body);
      if (!nat) continue;
      served.add(subnet.body.AvailabilityZone ?? '');
      gateways.add(nat);
    }
    if (gateways.size === 0) return notApplicable('no-nat');
    const zones = new Set<string>();
    for (const id of gateways) {
      const gateway = estate.index(natGateways, byNatId).get(id)?.[0];
      if (!gateway) return unknown('gateway-not-listed', { gateway: id });
      if (gateway.body.AvailabilityMode === 'regional') return pass('regional', { gateway: id });
      const home = estate.index(subnets, bySubnetId).get(gateway.body.SubnetId ?? '')?.[0];
      if (!home) return unknown('gateway-not-listed', { gateway: id });
      zones.add(home.body.AvailabilityZone ?? '');
    }
    const facts = { served: [...served].sort(), zones: [...zones].sort(), gateways: [...gateways].sort() };
    if (served.size === 1) return pass('one-zone', facts, { seen: facts });
    return zones.size === 1
      ? fail('single', facts, { seen: facts })
      : pass('several', facts, { seen: facts });
  },
});
