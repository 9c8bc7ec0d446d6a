import { clusters } from '../../collectors/ecs.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const ecsContainerInsightsOff = check({
  id: 'ecs-container-insights-off',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: clusters,
  references: ['FSBP:ECS.12', 'WA:OPS04-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws ecs update-cluster-settings --cluster ${name} --settings name=containerInsights,value=enabled`,
    terraform: () =>
      'resource "aws_ecs_cluster" "<name>" {\n  setting {\n    name  = "containerInsights"\n    value = "enabled"\n  }\n}',
  },
  judge(cluster) {
    const value = cluster.body.settings?.find(({ name }) => name === 'containerInsights')?.value;
    if (value === undefined) return unknown('not-said');
    const seen = { containerInsights: value };
    return value === 'disabled' ? fail('off', {}, { seen }) : pass('on', { value }, { seen });
  },
});
