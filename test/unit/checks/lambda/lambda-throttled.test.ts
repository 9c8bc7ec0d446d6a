import { expect, test } from 'vitest';
import { lambdaThrottled } from '../../../../src/engine/checks/lambda/lambda-throttled.ts';
import { functions, invocations, throttles } from '../../../../src/engine/collectors/lambda.ts';
import { daily, steady } from '../../../support/series.ts';
import { functionsDenied, lambda, metricDenied } from './fixtures.ts';

const calls = (throttled: number[], invoked: number, lookBack = 30) =>
  lambda()
    .facet(throttles, 'resize', daily(throttled))
    .facet(invocations, 'resize', daily(Array(lookBack).fill(invoked), 30));

test('a function that turned away an eighth of its calls fails', () => {
  expect(calls([100], 50).verdict(lambdaThrottled)).toMatchObject({
    status: 'fail',
    reason: 'throttled',
    parameters: { throttled: 100, tried: 800 },
  });
});

test('only invocations of the days of the throttles are counted', () => {
  const verdict = calls([10], 1).verdict(lambdaThrottled);
  expect(verdict.parameters).toMatchObject({ throttled: 10, tried: 24 });
});

test('a function whose every call is turned away fails', () => {
  const none = lambda()
    .facet(throttles, 'resize', daily([5]))
    .facet(invocations, 'resize', steady(0, 0));
  expect(none.verdict(lambdaThrottled)).toMatchObject({ status: 'fail', parameters: { tried: 5 } });
});

test('one throttle in a million is rare', () => {
  expect(calls([1], 100_000).verdict(lambdaThrottled)).toMatchObject({ status: 'pass', reason: 'rare' });
});

test('no throttles pass, and invocations are not asked', () => {
  const none = lambda().facet(throttles, 'resize', steady(0, 0)).without(invocations);
  expect(none.verdict(lambdaThrottled)).toMatchObject({ status: 'pass', reason: 'none' });
});

test.each([
  [throttles, 'Throttles'],
  [invocations, 'Invocations'],
] as const)('a metric that could not be read is unknown', (read, name) => {
  expect(calls([100], 1).without(read).verdict(lambdaThrottled)).toMatchObject(metricDenied(name));
});

test('functions that could not be listed are unknown', () => {
  expect(lambda().without(functions).verdict(lambdaThrottled)).toMatchObject(functionsDenied);
});
