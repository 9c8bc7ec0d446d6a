import { routeTables } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import type { Estate } from '../estate.ts';
import { type InternetFamily, internetFamily } from './internet.ts';
import type { KeyOf } from './keys.ts';

type Table = Body<typeof routeTables>;

const main = (vpc: string) => `main:${vpc}`;

/** The subnets that name a table, and the VPC whose other subnets use it. */
const byUser: KeyOf<typeof routeTables> = ({ body }) =>
  body.Associations?.flatMap(({ Main, SubnetId }) => {
    if (SubnetId) return [SubnetId];
    return Main && body.VpcId ? [main(body.VpcId)] : [];
  });

/** The table that a subnet follows: its own, else the main one of its VPC. */
export function routeTableOf(estate: Estate, subnet: string, vpc: string): { body: Table } | undefined {
  const tables = estate.index(routeTables, byUser);
  return tables.get(subnet)?.[0] ?? tables.get(main(vpc))?.[0];
}

/** Whether the table sends the internet of a family to an internet gateway, which is also how it comes in. */
export const hasInternetRoute = (table: Table, family: InternetFamily): boolean =>
  (table.Routes ?? []).some(
    (route) =>
      route.State === 'active' &&
      route.GatewayId?.startsWith('igw-') &&
      internetFamily(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock) === family,
  );

/** Id of the NAT gateway to which the table sends IPv4 traffic for the internet. */
export const natOf = (table: Table): string | undefined =>
  (table.Routes ?? []).find(
    (route) =>
      route.State === 'active' && route.NatGatewayId && internetFamily(route.DestinationCidrBlock) === 'IPv4',
  )?.NatGatewayId;
