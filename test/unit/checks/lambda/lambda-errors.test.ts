import { expect, test } from 'vitest';
import { lambdaErrors } from '../../../../src/engine/checks/lambda/lambda-errors.ts';
import { errors, functions, invocations } from '../../../../src/engine/collectors/lambda.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';
import { functionsDenied, lambda, metricDenied } from './fixtures.ts';

const calls = (called: number[], failed: number[]) =>
  lambda().facet(invocations, 'resize', daily(called, 30)).facet(errors, 'resize', daily(failed));

test('a day on which a fifth of the calls failed fails, whatever the others were', () => {
  expect(calls([100, 100, 100], [0, 20, 0]).verdict(lambdaErrors)).toMatchObject({
    status: 'fail',
    reason: 'failing',
    parameters: { failed: 20, called: 100, day: daysAgo(2).toISOString() },
  });
});

test('a tenth is not more than a tenth', () => {
  expect(calls([100], [10]).verdict(lambdaErrors)).toMatchObject({ status: 'pass', reason: 'sound' });
});

test('days without errors have no points, and count as none', () => {
  expect(calls([100, 100], []).verdict(lambdaErrors)).toMatchObject({
    status: 'pass',
    parameters: { failed: 0 },
  });
});

test('a bad day two weeks ago is over', () => {
  const called = Array(14).fill(100);
  const failed = [90, ...Array(13).fill(0)];
  expect(calls(called, failed).verdict(lambdaErrors).status).toBe('pass');
});

test('one failure of two calls says little', () => {
  expect(calls([2, 2], [1, 1]).verdict(lambdaErrors)).toMatchObject({
    status: 'not-applicable',
    reason: 'hardly-called',
  });
  const never = lambda().facet(invocations, 'resize', steady(0, 0));
  expect(never.without(errors).verdict(lambdaErrors).status).toBe('not-applicable');
});

test.each([
  [invocations, 'Invocations'],
  [errors, 'Errors'],
] as const)('a metric that could not be read is unknown', (read, name) => {
  expect(calls([100], [50]).without(read).verdict(lambdaErrors)).toMatchObject(metricDenied(name));
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaErrors)).toMatchObject(functionsDenied);
});
