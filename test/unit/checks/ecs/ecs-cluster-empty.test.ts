import { expect, test } from 'vitest';
import { ecsClusterEmpty } from '../../../../src/engine/checks/ecs/ecs-cluster-empty.ts';
import { clusters } from '../../../../src/engine/collectors/ecs.ts';
import { cluster } from './cluster.ts';

test.each([
  [{}, 'fail'],
  [{ activeServicesCount: 1 }, 'pass'],
  [{ registeredContainerInstancesCount: 1 }, 'pass'],
  [{ runningTasksCount: 1 }, 'pass'],
  [{ pendingTasksCount: 1 }, 'pass'],
])('a cluster with %j: %s', (counts, status) => {
  expect(cluster(counts).verdict(ecsClusterEmpty).status).toBe(status);
});

test('a cluster that is being deleted is not applicable', () => {
  expect(cluster({ status: 'DEPROVISIONING' }).verdict(ecsClusterEmpty).status).toBe('not-applicable');
});

test('clusters that could not be described are unknown', () => {
  expect(cluster().without(clusters).verdict(ecsClusterEmpty).status).toBe('unknown');
});
