import { clusters } from '../../collectors/eks.ts';
import { check, fail, pass } from '../check.ts';

export const eksAuditLogsOff = check({
  id: 'eks-audit-logs-off',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: clusters,
  references: ['FSBP:EKS.8', 'WA:SEC04-BP01', 'HIPAA:164.312(b)'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws eks update-cluster-config --name ${name} --logging '{"clusterLogging":[{"types":["audit"],"enabled":true}]}'`,
    terraform: () => 'resource "aws_eks_cluster" "<name>" {\n  enabled_cluster_log_types = ["audit"]\n}',
  },
  judge(cluster) {
    const types = (cluster.body.logging?.clusterLogging ?? []).flatMap(({ enabled, types: some = [] }) =>
      enabled ? some : [],
    );
    const seen = { types };
    return types.includes('audit') ? pass('on', {}, { seen }) : fail('off', {}, { seen });
  },
});
