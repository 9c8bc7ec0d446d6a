import { nodegroups } from '../../collectors/eks.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Last day of EKS's images on Amazon Linux 2 (awslabs/amazon-eks-ami, end of support). */
const AL2_UNTIL = '2025-11-26';

export const eksNodegroupImage = check({
  id: 'eks-nodegroup-image',
  version: 1,
  aspect: 'resources',
  severity: 'medium',
  on: nodegroups,
  references: ['WA:SEC06-BP01'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws eks create-nodegroup --cluster-name ${body.clusterName} --nodegroup-name <new name> --ami-type AL2023_x86_64_STANDARD --subnets <subnets> --node-role ${body.nodeRole}\naws eks delete-nodegroup --cluster-name ${body.clusterName} --nodegroup-name ${body.nodegroupName}`,
    terraform: () => 'resource "aws_eks_node_group" "<name>" {\n  ami_type = "AL2023_x86_64_STANDARD"\n}',
  },
  judge(group, { now }) {
    const { amiType: type = '', releaseVersion } = group.body;
    if (type === '' || type === 'CUSTOM') return notApplicable('custom');
    const seen = { amiType: type, releaseVersion };
    if (!type.startsWith('AL2_')) return pass('published', { type }, { seen });
    return now.getTime() >= Date.parse(AL2_UNTIL)
      ? fail('ended', { type, until: AL2_UNTIL }, { seen })
      : fail('ends', { type, until: AL2_UNTIL }, { seen, severity: 'low' });
  },
});
