import { expect, test } from 'vitest';
import { eksAuditLogsOff } from '../../../../src/engine/checks/eks/eks-audit-logs-off.ts';
import { clusters } from '../../../../src/engine/collectors/eks.ts';
import { cluster } from './cluster.ts';

test.each([
  [[{ enabled: true, types: ['api' as const, 'audit' as const] }], 'pass'],
  [
    [
      { enabled: true, types: ['api' as const] },
      { enabled: false, types: ['audit' as const] },
    ],
    'fail',
  ],
  [[], 'fail'],
])('%j: %s', (clusterLogging, status) => {
  expect(cluster({ logging: { clusterLogging } }).verdict(eksAuditLogsOff).status).toBe(status);
});

test('clusters that could not be described are unknown', () => {
  expect(cluster().without(clusters).verdict(eksAuditLogsOff).status).toBe('unknown');
});
