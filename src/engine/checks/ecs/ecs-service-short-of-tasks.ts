import { z } from 'zod';
import { services } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { isActive } from './service.ts';

const MINUTE = 60_000;

/**
 * Fewer tasks than desired. A deployment that began moments ago is no fault; one that has been going on for longer is,
 * since without a circuit breaker it goes on for ever.
 */
export const ecsServiceShortOfTasks = check({
  id: 'ecs-service-short-of-tasks',
  version: 1,
  aspect: 'resource-usage',
  severity: 'medium',
  on: services,
  parameters: z.object({ graceMinutes: z.number().int().min(0).default(60) }),
  references: ['WA:REL06-BP01', 'WA:OPS08-BP01'],
  effort: 'M',
  judge(service, { now, parameters: { graceMinutes } }) {
    const {
      status = '',
      desiredCount: desired = 0,
      runningCount: running = 0,
      deployments = [],
    } = service.body;
    if (!isActive(service)) return notApplicable('not-active', { status });
    if (desired === 0) return notApplicable('stopped');
    const deployment = deployments.find((one) => one.status === 'PRIMARY');
    const seen = {
      desiredCount: desired,
      runningCount: running,
      failedTasks: deployment?.failedTasks,
      rolloutState: deployment?.rolloutState,
    };
    const parameters = { desired, running };
    if (running >= desired) return pass('all', parameters, { seen });
    const since = deployment?.createdAt ?? service.body.createdAt;
    if (since && now.getTime() - Date.parse(since) < graceMinutes * MINUTE)
      return notApplicable('deploying', parameters, { seen });
    return running === 0
      ? fail('none', parameters, { seen, severity: 'high' })
      : fail('some', parameters, { seen });
  },
});
