import { nodegroups } from '../../collectors/eks.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const eksNodegroupFixedSize = check({
  id: 'eks-nodegroup-fixed-size',
  version: 1,
  aspect: 'scalability',
  severity: 'low',
  on: nodegroups,
  references: ['WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws eks update-nodegroup-config --cluster-name ${body.clusterName} --nodegroup-name ${body.nodegroupName} --scaling-config minSize=<min>,maxSize=<max>`,
    terraform: () =>
      'resource "aws_eks_node_group" "<name>" {\n  scaling_config {\n    min_size = <min>\n    max_size = <max>\n  }\n}',
  },
  judge(group) {
    const { minSize: min, maxSize: max, desiredSize: desired } = group.body.scalingConfig ?? {};
    if (min === undefined || max === undefined) return notApplicable('no-sizes');
    const seen = { minSize: min, maxSize: max, desiredSize: desired };
    if (desired === 0) return notApplicable('parked', {}, { seen });
    return min === max ? fail('fixed', { size: max }, { seen }) : pass('elastic', { min, max }, { seen });
  },
});
