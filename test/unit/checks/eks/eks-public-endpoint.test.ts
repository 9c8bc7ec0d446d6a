import { expect, test } from 'vitest';
import { eksPublicEndpoint } from '../../../../src/engine/checks/eks/eks-public-endpoint.ts';
import { clusters } from '../../../../src/engine/collectors/eks.ts';
import { cluster } from './cluster.ts';

test.each([
  [{ endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] }, 'fail', 'open'],
  [{ endpointPublicAccess: true, publicAccessCidrs: ['203.0.113.0/24', '::/0'] }, 'fail', 'open'],
  [{ endpointPublicAccess: true }, 'fail', 'open'],
  [{ endpointPublicAccess: true, publicAccessCidrs: ['203.0.113.0/24'] }, 'pass', 'limited'],
  [{ endpointPublicAccess: false, publicAccessCidrs: ['0.0.0.0/0'] }, 'pass', 'private'],
  [undefined, 'unknown', 'not-said'],
])('%j: %s, %s', (resourcesVpcConfig, status, reason) => {
  const body = resourcesVpcConfig ? { resourcesVpcConfig } : {};
  expect(cluster(body).verdict(eksPublicEndpoint)).toMatchObject({ status, reason });
});

test('clusters that could not be described are unknown', () => {
  expect(cluster().without(clusters).verdict(eksPublicEndpoint)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'eks:DescribeCluster' }],
  });
});
