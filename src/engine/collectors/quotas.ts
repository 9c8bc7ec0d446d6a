import { listing } from './read.ts';

/** Services whose quotas can be held against what other reads count. */
const services = ['autoscaling', 'ec2', 'eks', 'elasticloadbalancing', 'rds', 'vpc'] as const;

/**
 * Quota codes whose use can be counted. The others, some four hundred a region, would fill the file with rows that
 * nothing can be said of.
 */
export const quotaCodes = {
  autoScalingGroups: 'L-CDE20ADC',
  standardVcpus: 'L-1216C47A',
  elasticIps: 'L-0263D0A3',
  eksClusters: 'L-1194D53C',
  applicationLoadBalancers: 'L-53DA6B97',
  networkLoadBalancers: 'L-69A177A2',
  targetGroups: 'L-B22855CB',
  dbInstances: 'L-7B6409FD',
  dbClusters: 'L-952B80B8',
  vpcs: 'L-F678F1CE',
  internetGateways: 'L-A4707A72',
  natGatewaysPerZone: 'L-FE5A380F',
  securityGroups: 'L-E79EC296',
  networkInterfaces: 'L-DF5E4CA3',
} as const;

const counted: ReadonlySet<string | undefined> = new Set(Object.values(quotaCodes));

export const quotas = listing({
  service: 'service-quotas',
  operation: 'ListServiceQuotas',
  type: 'AWS::ServiceQuotas::Quota',
  auxiliary: true,
  page: { output: 'NextToken', input: 'NextToken' },
  input: () => services.map((ServiceCode) => ({ ServiceCode, MaxResults: 100 })),
  items: (output) => output.Quotas?.filter(({ QuotaCode }) => counted.has(QuotaCode)),
  identify: (quota) => ({ arn: quota.QuotaArn!, name: quota.QuotaName }),
});
