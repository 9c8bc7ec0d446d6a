import type { Check } from '../check.ts';
import { vpcDefaultInUse } from './vpc-default-in-use.ts';
import { vpcDefaultSecurityGroup } from './vpc-default-security-group.ts';
import { vpcElasticIpIdle } from './vpc-elastic-ip-idle.ts';
import { vpcFlowLogs } from './vpc-flow-logs.ts';
import { vpcNatGatewayIdle } from './vpc-nat-gateway-idle.ts';
import { vpcNatGatewaySingleAz } from './vpc-nat-gateway-single-az.ts';
import { vpcNetworkAclAdminPorts } from './vpc-network-acl-admin-ports.ts';
import { vpcRouteBlackhole } from './vpc-route-blackhole.ts';
import { vpcS3GatewayEndpoint } from './vpc-s3-gateway-endpoint.ts';
import { vpcSecurityGroupAdminPorts } from './vpc-security-group-admin-ports.ts';
import { vpcSecurityGroupAllOpen } from './vpc-security-group-all-open.ts';
import { vpcSecurityGroupDatabasePorts } from './vpc-security-group-database-ports.ts';
import { vpcSecurityGroupFileSharing } from './vpc-security-group-file-sharing.ts';
import { vpcSecurityGroupUnused } from './vpc-security-group-unused.ts';
import { vpcSubnetAddresses } from './vpc-subnet-addresses.ts';

export const vpcChecks: readonly Check[] = [
  vpcDefaultInUse,
  vpcDefaultSecurityGroup,
  vpcElasticIpIdle,
  vpcFlowLogs,
  vpcNatGatewayIdle,
  vpcNatGatewaySingleAz,
  vpcNetworkAclAdminPorts,
  vpcRouteBlackhole,
  vpcS3GatewayEndpoint,
  vpcSecurityGroupAdminPorts,
  vpcSecurityGroupAllOpen,
  vpcSecurityGroupDatabasePorts,
  vpcSecurityGroupFileSharing,
  vpcSecurityGroupUnused,
  vpcSubnetAddresses,
];
