import { expect, test } from 'vitest';
import { lambdaUrlWithoutAuth } from '../../../../src/engine/checks/lambda/lambda-url-without-auth.ts';
import { functionPolicy, functions, functionUrls } from '../../../../src/engine/collectors/lambda.ts';
import { ARN, functionsDenied, lambda, policy, readDenied } from './fixtures.ts';

const url = (AuthType: 'NONE' | 'AWS_IAM', FunctionArn = ARN) => ({
  FunctionUrl: 'https://abc.lambda-url.us-east-1.on.aws/',
  FunctionArn,
  AuthType,
  CreationTime: undefined,
  LastModifiedTime: undefined,
});
const open = policy({
  Effect: 'Allow',
  Principal: '*',
  Action: 'lambda:InvokeFunctionUrl',
  Resource: ARN,
  Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
});
const withUrl = (text: string | null, ...urls: ReturnType<typeof url>[]) =>
  lambda().facet(functionUrls, 'resize', urls).facet(functionPolicy, 'resize', text);

test('a URL without sign-in that everybody may call fails', () => {
  expect(withUrl(open, url('NONE')).verdict(lambdaUrlWithoutAuth)).toMatchObject({
    status: 'fail',
    reason: 'open',
    parameters: { url: 'https://abc.lambda-url.us-east-1.on.aws/' },
  });
});

test('lambda:* opens it as well', () => {
  const text = policy({ Effect: 'Allow', Principal: '*', Action: 'lambda:*', Resource: ARN });
  expect(withUrl(text, url('NONE')).verdict(lambdaUrlWithoutAuth).status).toBe('fail');
});

test('a URL without sign-in answers 403 when no policy lets callers in', () => {
  const account = policy({
    Effect: 'Allow',
    Principal: { AWS: '111122223333' },
    Action: 'lambda:InvokeFunctionUrl',
    Resource: ARN,
  });
  for (const text of [null, account])
    expect(withUrl(text, url('NONE')).verdict(lambdaUrlWithoutAuth)).toMatchObject({
      status: 'pass',
      reason: 'no-permission',
    });
});

test('a URL with IAM sign-in passes, and its policy is not asked', () => {
  expect(withUrl(open, url('AWS_IAM')).without(functionPolicy).verdict(lambdaUrlWithoutAuth)).toMatchObject({
    status: 'pass',
    reason: 'signed',
  });
});

test('the policy of an alias was not read, so its URL is unknown', () => {
  expect(withUrl(null, url('NONE', `${ARN}:live`)).verdict(lambdaUrlWithoutAuth)).toMatchObject({
    status: 'unknown',
    reason: 'alias',
  });
  expect(withUrl(open, url('NONE'), url('NONE', `${ARN}:live`)).verdict(lambdaUrlWithoutAuth).status).toBe(
    'fail',
  );
});

test('a function without URL is not applicable', () => {
  expect(withUrl(null).verdict(lambdaUrlWithoutAuth)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-url',
  });
});

test('a policy that cannot be read is unknown', () => {
  expect(withUrl('{}', url('NONE')).verdict(lambdaUrlWithoutAuth)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});

test.each([
  [functionUrls, 'lambda:ListFunctionUrlConfigs'],
  [functionPolicy, 'lambda:GetPolicy'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(withUrl(open, url('NONE')).without(read).verdict(lambdaUrlWithoutAuth)).toMatchObject(
    readDenied(id),
  );
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaUrlWithoutAuth)).toMatchObject(functionsDenied);
});
