import { services } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { clusterOf, isActive } from './service.ts';

export const ecsSingleTask = check({
  id: 'ecs-single-task',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: services,
  references: ['WA:REL10-BP01', 'WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: (service) =>
      `aws ecs update-service --cluster ${clusterOf(service)} --service ${service.name} --desired-count 2`,
    terraform: () => 'resource "aws_ecs_service" "<name>" {\n  desired_count = 2\n}',
  },
  judge(service) {
    const { status = '', schedulingStrategy: strategy, desiredCount: desired = 0 } = service.body;
    if (!isActive(service)) return notApplicable('not-active', { status });
    if (strategy === 'DAEMON') return notApplicable('daemon');
    const seen = { desiredCount: desired, schedulingStrategy: strategy };
    if (desired === 0) return notApplicable('stopped', {}, { seen });
    return desired === 1 ? fail('one', {}, { seen }) : pass('several', { desired }, { seen });
  },
});
