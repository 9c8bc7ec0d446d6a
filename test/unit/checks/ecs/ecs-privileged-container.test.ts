import { expect, test } from 'vitest';
import { ecsPrivilegedContainer } from '../../../../src/engine/checks/ecs/ecs-privileged-container.ts';
import { taskDefinition } from '../../../../src/engine/collectors/ecs.ts';
import { running } from './service.ts';

test('a privileged container fails and is named', () => {
  const task = running([{ name: 'web' }, { name: 'agent', privileged: true }]);
  expect(task.verdict(ecsPrivilegedContainer)).toMatchObject({
    status: 'fail',
    parameters: { containers: ['agent'] },
  });
});

test('containers without privileges pass', () => {
  expect(running([{ name: 'web', privileged: false }]).verdict(ecsPrivilegedContainer).status).toBe('pass');
});

test('a task definition that could not be read is unknown', () => {
  expect(running([]).without(taskDefinition).verdict(ecsPrivilegedContainer).status).toBe('unknown');
});
