import { expect, test } from 'vitest';
import { eksPrivateEndpointOff } from '../../../../src/engine/checks/eks/eks-private-endpoint-off.ts';
import { clusterNames } from '../../../../src/engine/collectors/eks.ts';
import { cluster } from './cluster.ts';

test.each([
  [{ endpointPrivateAccess: true }, 'pass', 'on'],
  [{ endpointPrivateAccess: false, endpointPublicAccess: true }, 'fail', 'off'],
  [{}, 'unknown', 'not-said'],
])('%j: %s, %s', (resourcesVpcConfig, status, reason) => {
  expect(cluster({ resourcesVpcConfig }).verdict(eksPrivateEndpointOff)).toMatchObject({ status, reason });
});

test('clusters whose names could not be listed are unknown too', () => {
  const judged = cluster({ resourcesVpcConfig: { endpointPrivateAccess: true } })
    .without(clusterNames)
    .judge(eksPrivateEndpointOff);
  expect(judged[0]!.verdict.status).toBe('unknown');
});
