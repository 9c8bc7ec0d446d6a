import { routeTables, vpcEndpoints, vpcs } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { byVpc } from './keys.ts';
import { natOf } from './routes.ts';

/**
 * Traffic to S3 that goes through a NAT gateway is paid by the GB; through a gateway endpoint it is free. How much
 * of the traffic is S3's is in no metric, so no amount is named.
 */
export const vpcS3GatewayEndpoint = check({
  id: 'vpc-s3-gateway-endpoint',
  version: 1,
  aspect: 'networking',
  severity: 'low',
  on: vpcs,
  reads: [routeTables, vpcEndpoints],
  references: ['CIS-7.0:6.8', 'WA:COST08-BP02'],
  effort: 'S',
  fix: {
    cli: ({ body, region }) =>
      `aws ec2 create-vpc-endpoint --vpc-id ${body.VpcId} --service-name com.amazonaws.${region}.s3 --route-table-ids <route tables>`,
    terraform: ({ region }) =>
      `resource "aws_vpc_endpoint" "s3" {\n  vpc_id          = "<vpc>"\n  service_name    = "com.amazonaws.${region}.s3"\n  route_table_ids = ["<route tables>"]\n}`,
  },
  judge({ account, body }, { estate }) {
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    const vpc = body.VpcId ?? '';
    const tables = (estate.index(routeTables, byVpc).get(vpc) ?? []).filter(
      (table) => table.body.Associations?.length && natOf(table.body),
    );
    if (tables.length === 0) return notApplicable('no-nat');
    const endpoint = (estate.index(vpcEndpoints, byVpc).get(vpc) ?? []).find(
      ({ body: { VpcEndpointType, ServiceName, State } }) =>
        VpcEndpointType === 'Gateway' && ServiceName?.endsWith('.s3') && State?.toLowerCase() === 'available',
    );
    if (!endpoint) return fail('none', { tables: tables.length });
    const id = endpoint.body.VpcEndpointId ?? '';
    const routed = new Set(endpoint.body.RouteTableIds);
    const missing = tables
      .map((table) => table.body.RouteTableId ?? '')
      .filter((table) => !routed.has(table));
    return missing.length > 0
      ? fail('not-routed', { id, missing }, { seen: { VpcEndpointId: id, missing } })
      : pass('routed', { id });
  },
});
