import { expect, test } from 'vitest';
import { lambdaRuntimeDeprecated } from '../../../../src/engine/checks/lambda/lambda-runtime-deprecated.ts';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { functionsDenied, lambda } from './fixtures.ts';

// The estate's now is 2 November 2026.
test.each(['nodejs18.x', 'python3.9', 'go1.x', 'python3.10', 'java8'] as const)('%s fails', (Runtime) => {
  expect(lambda({ Runtime }).verdict(lambdaRuntimeDeprecated)).toMatchObject({
    status: 'fail',
    reason: 'deprecated',
  });
});

test('a runtime that ends next week fails mildly', () => {
  expect(lambda({ Runtime: 'dotnet8' }).verdict(lambdaRuntimeDeprecated)).toMatchObject({
    status: 'fail',
    reason: 'ends-soon',
    severity: 'low',
    parameters: { on: '2026-11-10' },
  });
});

test.each(['python3.13', 'java21', 'provided.al2023'] as const)('%s passes', (Runtime) => {
  expect(lambda({ Runtime }).verdict(lambdaRuntimeDeprecated).status).toBe('pass');
});

test('of a runtime that the table does not hold nothing is said', () => {
  expect(lambda({ Runtime: 'dotnetcore1.0' }).verdict(lambdaRuntimeDeprecated)).toMatchObject({
    status: 'not-applicable',
    reason: 'not-in-table',
  });
});

test('a container image has its runtime inside', () => {
  expect(lambda({ PackageType: 'Image', Runtime: undefined }).verdict(lambdaRuntimeDeprecated)).toMatchObject(
    {
      status: 'not-applicable',
      reason: 'image',
    },
  );
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaRuntimeDeprecated)).toMatchObject(functionsDenied);
});
