import { expect, test } from 'vitest';
import { ecsEnvironmentCredential } from '../../../../src/engine/checks/ecs/ecs-environment-credential.ts';
import { taskDefinition } from '../../../../src/engine/collectors/ecs.ts';
import { running } from './service.ts';

const web = (environment: { name: string; value: string }[], more: object = {}) =>
  running([{ name: 'web', environment, ...more }]);

test('a key in the environment fails and is named without its value', () => {
  const verdict = web([
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'AWS_ACCESS_KEY_ID', value: 'AKIAIOSFODNN7EXAMPLE' },
  ]).verdict(ecsEnvironmentCredential);
  expect(verdict).toMatchObject({
    status: 'fail',
    parameters: { variables: ['web: AWS_ACCESS_KEY_ID'] },
    seen: { found: [{ credential: 'aws-access-key' }] },
  });
  expect(JSON.stringify(verdict)).not.toContain('AKIAIOSFODNN7EXAMPLE');
});

test('a password on the command line is found as well', () => {
  const verdict = web([], { command: ['run', '--db', 'postgres://shop:hunter22@db/shop'] });
  expect(verdict.verdict(ecsEnvironmentCredential)).toMatchObject({
    status: 'fail',
    parameters: { variables: ['web: command'] },
  });
});

test('names of secrets, pointers to them and plain settings pass', () => {
  const verdict = web(
    [
      { name: 'DB_PASSWORD_ARN', value: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db' },
      { name: 'TOKEN_TTL', value: '3600' },
    ],
    {
      secrets: [
        { name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db' },
      ],
    },
  );
  expect(verdict.verdict(ecsEnvironmentCredential)).toMatchObject({
    status: 'pass',
    parameters: { variables: 2 },
  });
});

test('a task definition that could not be read is unknown', () => {
  expect(web([]).without(taskDefinition).verdict(ecsEnvironmentCredential)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'ecs:DescribeTaskDefinition' }],
  });
});
