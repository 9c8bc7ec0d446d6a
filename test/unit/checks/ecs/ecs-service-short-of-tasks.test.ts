import { expect, test } from 'vitest';
import { ecsServiceShortOfTasks } from '../../../../src/engine/checks/ecs/ecs-service-short-of-tasks.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { NOW } from '../../../support/estate.ts';
import { service } from './service.ts';

const tasks = (desiredCount: number, runningCount: number, minutes = 600) =>
  service({
    desiredCount,
    runningCount,
    deployments: [
      {
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        failedTasks: 40,
        createdAt: new Date(NOW.getTime() - minutes * 60_000),
      },
    ],
  });

test.each([
  [3, 3, 'pass', 'all', undefined],
  [3, 1, 'fail', 'some', undefined],
  [3, 0, 'fail', 'none', 'high'],
  [0, 0, 'not-applicable', 'stopped', undefined],
])('%i desired, %i running: %s, %s', (desired, count, status, reason, severity) => {
  const verdict = tasks(desired, count).verdict(ecsServiceShortOfTasks);
  expect(verdict).toMatchObject({ status, reason });
  expect(verdict.severity).toBe(severity);
});

test('a deployment that began minutes ago is given time; one that goes on for hours is not', () => {
  expect(tasks(3, 0, 59).verdict(ecsServiceShortOfTasks)).toMatchObject({
    status: 'not-applicable',
    reason: 'deploying',
  });
  expect(tasks(3, 0, 60).verdict(ecsServiceShortOfTasks).status).toBe('fail');
});

test('services that could not be described are unknown', () => {
  expect(tasks(3, 0).without(services).verdict(ecsServiceShortOfTasks).status).toBe('unknown');
});
