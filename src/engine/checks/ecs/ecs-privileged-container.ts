import { services, taskDefinition } from '../../collectors/ecs.ts';
import { check, fail, pass } from '../check.ts';

export const ecsPrivilegedContainer = check({
  id: 'ecs-privileged-container',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: services,
  reads: [taskDefinition],
  references: ['FSBP:ECS.4', 'WA:SEC06-BP02'],
  effort: 'M',
  fix: {
    cli: () =>
      'aws ecs register-task-definition --cli-input-json file://<task definition with "privileged": false>.json',
  },
  judge(service) {
    const containers = (service.get(taskDefinition)?.containerDefinitions ?? [])
      .filter(({ privileged }) => privileged)
      .map(({ name = '' }) => name);
    const seen = { taskDefinition: service.body.taskDefinition, privileged: containers };
    return containers.length > 0 ? fail('privileged', { containers }, { seen }) : pass('none', {}, { seen });
  },
});
