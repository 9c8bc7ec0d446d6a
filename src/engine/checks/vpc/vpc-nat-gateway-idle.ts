import { natBytesOut, natGateways } from '../../collectors/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { natGatewayMonth } from '../../pricing/vpc.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';

const LOOKBACK_DAYS = 14;

/** Not one byte sent on in 14 days. A regional gateway is paid by the zone, for which there is no price: no amount. */
export const vpcNatGatewayIdle = check({
  id: 'vpc-nat-gateway-idle',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: natGateways,
  reads: [natBytesOut],
  references: ['WA:COST04-BP03', 'WA:COST08-BP02'],
  effort: 'S',
  fix: {
    cli: ({ body }) => {
      const allocations = (body.NatGatewayAddresses ?? []).flatMap(({ AllocationId }) => AllocationId ?? []);
      return [
        `aws ec2 delete-nat-gateway --nat-gateway-id ${body.NatGatewayId}`,
        ...allocations.map((id) => `aws ec2 release-address --allocation-id ${id}`),
      ].join('\n');
    },
  },
  judge(gateway, { now, prices }) {
    const { body, region } = gateway;
    if (body.State !== 'available') return notApplicable('not-available', { state: body.State ?? '' });
    const created = body.CreateTime!;
    if (daysSince(created, now) < LOOKBACK_DAYS) return notApplicable('too-young', { created });
    const bytes = summarize(gateway.get(natBytesOut), 'always');
    if (!bytes || bytes.days < LOOKBACK_DAYS - 1) return unknown('metric-gaps', { days: bytes?.days ?? 0 });
    if (bytes.sum > 0) return pass('in-use', { bytes: bytes.sum });
    const addresses = (body.NatGatewayAddresses ?? []).filter(({ PublicIp }) => PublicIp).length;
    const zonal = body.AvailabilityMode !== 'regional';
    return fail(
      'idle',
      { created, addresses },
      {
        seen: { CreateTime: created, ConnectivityType: body.ConnectivityType, BytesOutToDestination: 0 },
        saving: saving(prices, zonal ? natGatewayMonth(prices, region, addresses) : undefined, {
          basis: `730 hours of a NAT gateway and ${addresses} public IPv4 addresses released with it`,
          effort: 'S',
          restart: false,
          confidence: 'high',
          action: 'delete',
        }),
      },
    );
  },
});
