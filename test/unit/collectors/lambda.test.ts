import { expect, test } from 'vitest';
import { functions, invocations } from '../../../src/engine/collectors/lambda.ts';
import { at, type Found, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);

const answer = {
  Functions: [
    {
      FunctionName: 'resize',
      FunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:resize',
      Environment: { Variables: { DB_PASSWORD: 'correct horse battery', STAGE: 'production' } },
    },
  ],
};

const stored = () => {
  const [item] = functions.items(answer);
  return functions.store(item!, here, redactor('test'));
};

test('of environment variables names, lengths and hashes are kept, never a value', () => {
  const { body } = stored();
  expect(body).toMatchObject({
    FunctionName: 'resize',
    EnvironmentVariables: [
      { name: 'DB_PASSWORD', length: 21, credential: 'named-secret' },
      { name: 'STAGE', length: 10, credential: null },
    ],
  });
  expect(body).not.toHaveProperty('Environment');
  expect(JSON.stringify(body)).not.toMatch(/horse|production/);
});

test('a function without variables has none', () => {
  const { body } = functions.store({ FunctionName: 'plain' }, here, redactor('test'));
  expect(body).toMatchObject({ EnvironmentVariables: [] });
});

test('a function is known by its ARN and called by its name', () => {
  expect(stored()).toMatchObject({
    arn: 'arn:aws:lambda:us-east-1:111122223333:function:resize',
    name: 'resize',
  });
});

test('invocations are asked for thirty days back', () => {
  const found = { ...stored(), account: ACCOUNT, region: REGION, type: functions.type };
  expect(invocations.input([found as Found<{ FunctionName?: string }>], here)).toMatchObject({
    Namespace: 'AWS/Lambda',
    MetricName: 'Invocations',
    Dimensions: [{ Name: 'FunctionName', Value: 'resize' }],
    StartTime: new Date('2026-10-03T08:00:00Z'),
    Statistics: ['Sum'],
  });
});
