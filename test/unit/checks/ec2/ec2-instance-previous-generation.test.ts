import { expect, test } from 'vitest';
import { ec2InstancePreviousGeneration } from '../../../../src/engine/checks/ec2/ec2-instance-previous-generation.ts';
import { judge } from '../../../../src/engine/checks/judge.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { priceBook } from '../../../../src/engine/pricing/price-book.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';

const instance = (InstanceType: string, more: object = {}) =>
  estate().with(instances, [
    {
      InstanceId: 'i-1',
      InstanceType: InstanceType as 'm4.large',
      State: { Name: 'running' },
      PlatformDetails: 'Linux/UNIX',
      Placement: { Tenancy: 'default' },
      ...more,
    },
  ]);

/** Prices that the pack does not hold, to prove what is done with them. */
const withPrices = (prices: Record<string, string>, subject: ReturnType<typeof instance>) =>
  [
    ...judge({
      source: subject.source(),
      checks: [ec2InstancePreviousGeneration],
      prices: priceBook({
        asOf: '2026-11-01',
        currency: 'USD',
        disclaimer: '',
        anywhere: prices,
        regions: {},
        sources: {},
      }),
      tagPolicy: { required: [] },
    }),
  ][0]!.verdict;
const cheaper = { 'ec2.linux.m4.large.hour': '0.10', 'ec2.linux.m5.large.hour': '0.096' };

test.each([
  ['t2.micro', 't3'],
  ['m3.medium', 'm5'],
  ['c4.8xlarge', 'c5'],
  ['r4.large', 'r5'],
  ['i2.xlarge', 'i3'],
])('%s fails and is followed by %s', (type, successor) => {
  expect(instance(type).verdict(ec2InstancePreviousGeneration)).toMatchObject({
    status: 'fail',
    reason: 'previous',
    parameters: { type, successor },
  });
});

test.each(['m5.large', 't3.micro', 'm7g.large', 'u-6tb1.metal'])('%s passes', (type) => {
  expect(instance(type).verdict(ec2InstancePreviousGeneration).status).toBe('pass');
});

test('without both prices no amount is named', () => {
  expect(instance('t2.micro').verdict(ec2InstancePreviousGeneration).saving).toBeUndefined();
});

test('with both prices the difference is shown, not counted', () => {
  const verdict = withPrices(cheaper, instance('m4.large'));
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(2.92, 2);
  expect(verdict.saving!.kind).toBe('advisory');
});

test('a newer type that is not cheaper is a finding without an amount', () => {
  const dearer = { 'ec2.linux.m4.large.hour': '0.10', 'ec2.linux.m5.large.hour': '0.10' };
  expect(withPrices(dearer, instance('m4.large'))).toMatchObject({ status: 'fail' });
  expect(withPrices(dearer, instance('m4.large')).saving).toBeUndefined();
});

test.each([{ State: { Name: 'stopped' } }, { InstanceLifecycle: 'spot' }, { PlatformDetails: 'Windows' }])(
  '%j has no hours at the Linux price to save',
  (more) => {
    expect(withPrices(cheaper, instance('m4.large', more)).saving).toBeUndefined();
  },
);

test('instances that could not be listed are unknown', () => {
  expect(instance('t2.micro').without(instances).verdict(ec2InstancePreviousGeneration).status).toBe(
    'unknown',
  );
});
