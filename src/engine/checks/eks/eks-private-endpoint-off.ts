import { clusters } from '../../collectors/eks.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const eksPrivateEndpointOff = check({
  id: 'eks-private-endpoint-off',
  version: 1,
  aspect: 'networking',
  severity: 'low',
  on: clusters,
  references: ['FSBP:EKS.1', 'WA:SEC05-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws eks update-cluster-config --name ${name} --resources-vpc-config endpointPrivateAccess=true`,
    terraform: () =>
      'resource "aws_eks_cluster" "<name>" {\n  vpc_config {\n    endpoint_private_access = true\n  }\n}',
  },
  judge(cluster) {
    const { endpointPrivateAccess, endpointPublicAccess } = cluster.body.resourcesVpcConfig ?? {};
    if (endpointPrivateAccess === undefined) return unknown('not-said');
    const seen = { endpointPrivateAccess, endpointPublicAccess };
    return endpointPrivateAccess ? pass('on', {}, { seen }) : fail('off', {}, { seen });
  },
});
