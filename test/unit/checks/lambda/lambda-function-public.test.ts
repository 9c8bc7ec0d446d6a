import { expect, test } from 'vitest';
import { lambdaFunctionPublic } from '../../../../src/engine/checks/lambda/lambda-function-public.ts';
import { functionPolicy, functions } from '../../../../src/engine/collectors/lambda.ts';
import { ARN, functionsDenied, lambda, policy, readDenied } from './fixtures.ts';

const invoke = (Principal: unknown, rest: object = {}) => ({
  Sid: 'Invoke',
  Effect: 'Allow',
  Principal,
  Action: 'lambda:InvokeFunction',
  Resource: ARN,
  ...rest,
});
const withPolicy = (...statements: object[]) =>
  lambda().facet(functionPolicy, 'resize', policy(...statements));

test('a function that everybody may invoke fails', () => {
  expect(withPolicy(invoke('*')).verdict(lambdaFunctionPublic)).toMatchObject({
    status: 'fail',
    reason: 'public',
    parameters: { actions: ['lambda:InvokeFunction'] },
  });
  expect(withPolicy(invoke({ AWS: '*' })).verdict(lambdaFunctionPublic).status).toBe('fail');
});

test('a function without policy passes', () => {
  expect(lambda().facet(functionPolicy, 'resize', null).verdict(lambdaFunctionPublic)).toMatchObject({
    status: 'pass',
    reason: 'no-policy',
  });
});

test.each([
  [invoke({ Service: 's3.amazonaws.com' })],
  [invoke('*', { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })],
])('a service, and everybody under a condition, are not everybody', (statement) => {
  expect(withPolicy(statement).verdict(lambdaFunctionPublic)).toMatchObject({
    status: 'pass',
    reason: 'private',
  });
});

test('what opens the URL only is judged with the URL', () => {
  const forUrl = withPolicy(
    invoke('*', {
      Action: 'lambda:InvokeFunctionUrl',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    }),
    invoke('*', { Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } }),
  );
  expect(forUrl.verdict(lambdaFunctionPublic)).toMatchObject({ status: 'pass', reason: 'private' });
});

test('a policy that cannot be read is unknown', () => {
  expect(lambda().facet(functionPolicy, 'resize', '[]').verdict(lambdaFunctionPublic)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});

test('a policy that was denied is unknown', () => {
  expect(lambda().without(functionPolicy).verdict(lambdaFunctionPublic)).toMatchObject(
    readDenied('lambda:GetPolicy'),
  );
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaFunctionPublic)).toMatchObject(functionsDenied);
});
