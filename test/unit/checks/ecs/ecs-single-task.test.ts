import { expect, test } from 'vitest';
import { ecsSingleTask } from '../../../../src/engine/checks/ecs/ecs-single-task.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { type ServiceBody, service } from './service.ts';

test.each<[Partial<ServiceBody>, string, string]>([
  [{ desiredCount: 1, schedulingStrategy: 'REPLICA' }, 'fail', 'one'],
  [{ desiredCount: 2 }, 'pass', 'several'],
  [{ desiredCount: 0 }, 'not-applicable', 'stopped'],
  [{ desiredCount: 1, schedulingStrategy: 'DAEMON' }, 'not-applicable', 'daemon'],
  [{ desiredCount: 1, status: 'DRAINING' }, 'not-applicable', 'not-active'],
])('%j: %s, %s', (body, status, reason) => {
  expect(service(body).verdict(ecsSingleTask)).toMatchObject({ status, reason });
});

test('services that could not be described are unknown', () => {
  expect(service({ desiredCount: 1 }).without(services).verdict(ecsSingleTask).status).toBe('unknown');
});
