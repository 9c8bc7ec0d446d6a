import { expect, test } from 'vitest';
import { lambdaUnused } from '../../../../src/engine/checks/lambda/lambda-unused.ts';
import { functions, invocations } from '../../../../src/engine/collectors/lambda.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';
import { functionsDenied, lambda, metricDenied } from './fixtures.ts';

test('a function without a point in 30 days was not called: the metric is emitted only on calls', () => {
  const verdict = lambda().facet(invocations, 'resize', steady(0, 0)).verdict(lambdaUnused);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'unused' });
  expect(verdict.saving).toBeUndefined();
});

test('one call a month is use', () => {
  expect(
    lambda()
      .facet(invocations, 'resize', daily([1], 30))
      .verdict(lambdaUnused),
  ).toMatchObject({
    status: 'pass',
    parameters: { count: 1 },
  });
});

test('a function that was changed last week is not applicable', () => {
  const changed = lambda({ LastModified: daysAgo(7).toISOString().replace('Z', '+0000') });
  expect(changed.facet(invocations, 'resize', steady(0, 0)).verdict(lambdaUnused)).toMatchObject({
    status: 'not-applicable',
    reason: 'too-young',
  });
});

test('invocations that could not be read are unknown', () => {
  expect(lambda().without(invocations).verdict(lambdaUnused)).toMatchObject(metricDenied('Invocations'));
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaUnused)).toMatchObject(functionsDenied);
});
