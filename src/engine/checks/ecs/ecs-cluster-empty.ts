import { clusters } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** An empty cluster costs nothing; tasks that a schedule starts now and then leave no trace in between. */
export const ecsClusterEmpty = check({
  id: 'ecs-cluster-empty',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: clusters,
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws ecs delete-cluster --cluster ${name}` },
  judge(cluster) {
    const {
      status = '',
      activeServicesCount: services = 0,
      registeredContainerInstancesCount: hosts = 0,
      runningTasksCount: running = 0,
      pendingTasksCount: pending = 0,
    } = cluster.body;
    if (status !== 'ACTIVE') return notApplicable('not-active', { status });
    const tasks = running + pending;
    const seen = {
      activeServicesCount: services,
      registeredContainerInstancesCount: hosts,
      runningTasksCount: running,
    };
    return services + hosts + tasks > 0
      ? pass('in-use', { services, instances: hosts, tasks }, { seen })
      : fail('empty', {}, { seen });
  },
});
