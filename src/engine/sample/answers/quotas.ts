import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { quotas as paging } from '../paging.ts';
import type { Item, Site } from '../world.ts';

type QuotaRow = [code: string, name: string, usual: number, adjustable?: boolean];

/** Quotas that things are counted against, with what AWS gives to everybody. */
const quotaTable: Record<string, QuotaRow[]> = {
  autoscaling: [
    ['L-CDE20ADC', 'Auto Scaling groups per region', 500],
    ['L-6B80B8FA', 'Launch configurations per region', 200],
  ],
  ec2: [
    ['L-0263D0A3', 'EC2-VPC Elastic IPs', 5],
    ['L-1216C47A', 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances', 5],
    ['L-DB2E81BA', 'Running On-Demand G and VT instances', 0],
    ['L-34B43A08', 'All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests', 5],
  ],
  eks: [
    ['L-1194D53C', 'Clusters', 100],
    ['L-6D54EA21', 'Managed node groups per cluster', 30],
  ],
  elasticloadbalancing: [
    ['L-53DA6B97', 'Application Load Balancers per Region', 50],
    ['L-69A177A2', 'Network Load Balancers per Region', 50],
    ['L-B22855CB', 'Target Groups per Region', 3000],
  ],
  rds: [
    ['L-7B6409FD', 'DB instances', 40],
    ['L-952B80B8', 'DB clusters', 40],
    ['L-272F1212', 'Manual DB instance snapshots', 100],
  ],
  vpc: [
    ['L-F678F1CE', 'VPCs per Region', 5],
    ['L-A4707A72', 'Internet gateways per Region', 5],
    ['L-FE5A380F', 'NAT gateways per Availability Zone', 5],
    ['L-E79EC296', 'VPC security groups per Region', 2500],
    ['L-DF5E4CA3', 'Network interfaces per Region', 5000],
    ['L-0EA8095F', 'Inbound or outbound rules per security group', 60],
  ],
  lambda: [['L-B99A9384', 'Concurrent executions', 1000]],
};

const quotaNames: Record<string, string> = {
  autoscaling: 'Amazon EC2 Auto Scaling',
  ec2: 'Amazon Elastic Compute Cloud (Amazon EC2)',
  eks: 'Amazon Elastic Kubernetes Service (Amazon EKS)',
  elasticloadbalancing: 'Elastic Load Balancing (ELB)',
  rds: 'Amazon Relational Database Service (Amazon RDS)',
  vpc: 'Amazon Virtual Private Cloud (Amazon VPC)',
  lambda: 'AWS Lambda',
};

function quotaRows(
  site: Site,
  service: string | undefined,
  value: (row: QuotaRow) => number,
): Item<'service-quotas', 'ListServiceQuotas', 'Quotas'>[] {
  const rows = quotaTable[service ?? ''];
  if (!rows)
    throw awsError(
      'NoSuchResourceException',
      `The request failed because the specified service ${service} does not exist.`,
      400,
    );
  return rows.map((row) => ({
    ServiceCode: service,
    ServiceName: quotaNames[service!],
    QuotaArn: site.arn('servicequotas', `${service}/${row[0]}`),
    QuotaCode: row[0],
    QuotaName: row[1],
    Value: value(row),
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
    QuotaAppliedAtLevel: 'ACCOUNT',
  }));
}

export const serviceQuotas: Answers<'service-quotas'> = {
  ListServiceQuotas: paged('Quotas', paging, ({ site, input }) =>
    quotaRows(site, input.ServiceCode, ([code, , usual]) => site.settings.quotas?.[code] ?? usual),
  ),
};
