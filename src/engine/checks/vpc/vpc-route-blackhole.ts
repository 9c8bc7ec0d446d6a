import { routeTables } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const vpcRouteBlackhole = check({
  id: 'vpc-route-blackhole',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: routeTables,
  references: ['WA:SEC05-BP02'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 delete-route --route-table-id ${body.RouteTableId} --destination-cidr-block <destination>`,
  },
  judge({ account, body }) {
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    if (!body.Associations?.length) return notApplicable('unused');
    const lost = (body.Routes ?? []).filter(({ State }) => State === 'blackhole');
    if (lost.length === 0) return pass('none');
    const routes = lost.map((route) => {
      const to =
        route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
      const via =
        route.NatGatewayId ??
        route.VpcPeeringConnectionId ??
        route.TransitGatewayId ??
        route.NetworkInterfaceId ??
        route.GatewayId;
      return via ? `${to} (${via})` : to;
    });
    return fail('blackhole', { routes }, { seen: { routes, associations: body.Associations.length } });
  },
});
