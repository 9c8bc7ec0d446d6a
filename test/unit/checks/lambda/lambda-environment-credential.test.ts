import { expect, test } from 'vitest';
import { lambdaEnvironmentCredential } from '../../../../src/engine/checks/lambda/lambda-environment-credential.ts';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { functionsDenied, lambda } from './fixtures.ts';

const withVariables = (Variables: Record<string, string>) => lambda({ Environment: { Variables } });

test('a value that looks like an access key fails, and is not in the verdict', () => {
  const value = 'AKIAIOSFODNN7EXAMPLE';
  const verdict = withVariables({ UPLOADER: value, STAGE: 'production' }).verdict(
    lambdaEnvironmentCredential,
  );
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'looks-like',
    parameters: { names: ['UPLOADER'] },
    seen: { UPLOADER: 'aws-access-key' },
  });
  expect(JSON.stringify(verdict)).not.toContain(value);
});

test('a secret name with a value of its own fails more mildly', () => {
  expect(
    withVariables({ DB_PASSWORD: 'correct horse battery' }).verdict(lambdaEnvironmentCredential),
  ).toMatchObject({ status: 'fail', reason: 'named-like', severity: 'medium' });
});

test('a pointer to a secret is none', () => {
  const pointers = {
    DB_PASSWORD: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db',
    API_KEY_PATH: '/prod/api-key',
  };
  expect(withVariables(pointers).verdict(lambdaEnvironmentCredential)).toMatchObject({
    status: 'pass',
    parameters: { count: 2 },
  });
});

test('a function without variables passes', () => {
  expect(lambda().verdict(lambdaEnvironmentCredential)).toMatchObject({
    status: 'pass',
    parameters: { count: 0 },
  });
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaEnvironmentCredential)).toMatchObject(functionsDenied);
});
