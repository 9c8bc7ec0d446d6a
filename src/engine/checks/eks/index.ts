import { eksAuditLogsOff } from './eks-audit-logs-off.ts';
import { eksClusterWithoutNodes } from './eks-cluster-without-nodes.ts';
import { eksExtendedSupport } from './eks-extended-support.ts';
import { eksNodegroupFixedSize } from './eks-nodegroup-fixed-size.ts';
import { eksNodegroupImage } from './eks-nodegroup-image.ts';
import { eksNodegroupVersionBehind } from './eks-nodegroup-version-behind.ts';
import { eksNodesSingleZone } from './eks-nodes-single-zone.ts';
import { eksPrivateEndpointOff } from './eks-private-endpoint-off.ts';
import { eksPublicEndpoint } from './eks-public-endpoint.ts';
import { eksSecretsEncryption } from './eks-secrets-encryption.ts';
import { eksVersionSupport } from './eks-version-support.ts';

export const eksChecks = [
  eksAuditLogsOff,
  eksClusterWithoutNodes,
  eksExtendedSupport,
  eksNodegroupFixedSize,
  eksNodegroupImage,
  eksNodegroupVersionBehind,
  eksNodesSingleZone,
  eksPrivateEndpointOff,
  eksPublicEndpoint,
  eksSecretsEncryption,
  eksVersionSupport,
];
