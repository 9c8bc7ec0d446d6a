import { clusters } from '../../collectors/eks.ts';
import { check, fail, pass, unknown } from '../check.ts';

const anywhere = new Set(['0.0.0.0/0', '::/0']);

/** The API still asks who calls; what is open is the door to it. A public endpoint without ranges is open to all. */
export const eksPublicEndpoint = check({
  id: 'eks-public-endpoint',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: clusters,
  references: ['FSBP:EKS.1', 'WA:SEC05-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws eks update-cluster-config --name ${name} --resources-vpc-config endpointPrivateAccess=true,publicAccessCidrs=<ranges>`,
    terraform: () =>
      'resource "aws_eks_cluster" "<name>" {\n  vpc_config {\n    endpoint_private_access = true\n    public_access_cidrs     = ["<range>"]\n  }\n}',
  },
  judge(cluster) {
    const { endpointPublicAccess, publicAccessCidrs: ranges = ['0.0.0.0/0'] } =
      cluster.body.resourcesVpcConfig ?? {};
    if (endpointPublicAccess === undefined) return unknown('not-said');
    if (!endpointPublicAccess) return pass('private');
    const seen = { endpointPublicAccess, publicAccessCidrs: ranges };
    return ranges.some((range) => anywhere.has(range))
      ? fail('open', {}, { seen })
      : pass('limited', { ranges }, { seen });
  },
});
