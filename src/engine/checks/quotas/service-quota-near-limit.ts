import { z } from 'zod';
import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import {
  addresses,
  instances,
  internetGateways,
  natGateways,
  networkInterfaces,
  securityGroups,
  subnets,
  vpcs,
} from '../../collectors/ec2.ts';
import { clusters } from '../../collectors/eks.ts';
import { loadBalancers, targetGroups } from '../../collectors/elbv2.ts';
import { quotas } from '../../collectors/quotas.ts';
import { dbClusters, dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { usageOf } from './usage.ts';

/** A quota is judged only where what counts against it was read in full; each touches no other listing than its own. */
export const serviceQuotaNearLimit = check({
  id: 'service-quota-near-limit',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: quotas,
  reads: [
    addresses,
    autoScalingGroups,
    clusters,
    dbClusters,
    dbInstances,
    instances,
    internetGateways,
    loadBalancers,
    natGateways,
    networkInterfaces,
    securityGroups,
    subnets,
    targetGroups,
    vpcs,
  ],
  /** 80 % as Trusted Advisor warns. */
  parameters: z.object({ percent: z.number().int().min(1).max(100).default(80) }),
  references: ['WA:REL01-BP01', 'WA:REL01-BP04'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws service-quotas request-service-quota-increase --service-code ${body.ServiceCode} --quota-code ${body.QuotaCode} --desired-value <value>`,
    terraform: ({ body }) =>
      `resource "aws_servicequotas_service_quota" "<name>" {\n  service_code = "${body.ServiceCode}"\n  quota_code   = "${body.QuotaCode}"\n  value        = <value>\n}`,
  },
  judge(quota, { estate, parameters: { percent } }) {
    const { QuotaCode: code = '', QuotaName: name = '', Value: limit } = quota.body;
    if (limit === undefined || limit <= 0) return notApplicable('no-limit', { quota: name });
    const used = usageOf(code, estate);
    if (used === undefined) return notApplicable('not-counted', { quota: name });
    const share = Math.floor((used / limit) * 100);
    const parameters = { quota: name, used, limit, share };
    const seen = { QuotaCode: code, Value: limit, used };
    if (share >= 100) return fail('reached', parameters, { seen, severity: 'high' });
    return share >= percent ? fail('near', parameters, { seen }) : pass('far', parameters, { seen });
  },
});
