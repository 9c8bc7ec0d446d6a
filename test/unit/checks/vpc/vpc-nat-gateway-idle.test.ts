import { expect, test } from 'vitest';
import { vpcNatGatewayIdle } from '../../../../src/engine/checks/vpc/vpc-nat-gateway-idle.ts';
import { natBytesOut, natGateways } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';

const gateway = (more: object = {}, region = 'us-east-1') =>
  estate({ account: ACCOUNT, region }).with(natGateways, [
    {
      NatGatewayId: 'nat-1',
      State: 'available',
      CreateTime: daysAgo(100),
      NatGatewayAddresses: [{ PublicIp: '203.0.113.5', AllocationId: 'eipalloc-1' }],
      ...more,
    },
  ]);
const idle = (more: object = {}, region = 'us-east-1') =>
  gateway(more, region).facet(natBytesOut, 'nat-1', steady(0));

test('a gateway that sent nothing fails with its hours and its address', () => {
  const verdict = idle().verdict(vpcNatGatewayIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'idle', parameters: { addresses: 1 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(32.85 + 3.65, 2);
  expect(verdict.saving!.kind).toBe('counted');
});

test('a private gateway has no address to save', () => {
  const verdict = idle({
    ConnectivityType: 'private',
    NatGatewayAddresses: [{ PrivateIp: '10.0.0.4' }],
  }).verdict(vpcNatGatewayIdle);
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(32.85, 2);
});

test('a regional gateway and a region without prices name no amount', () => {
  for (const unpriced of [idle({ AvailabilityMode: 'regional' }), idle({}, 'eu-west-1')]) {
    const verdict = unpriced.verdict(vpcNatGatewayIdle);
    expect(verdict.status).toBe('fail');
    expect(verdict.saving).toBeUndefined();
  }
});

test('one byte is traffic', () => {
  const used = gateway().facet(natBytesOut, 'nat-1', daily([...Array(13).fill(0), 1]));
  expect(used.verdict(vpcNatGatewayIdle)).toMatchObject({ status: 'pass', reason: 'in-use' });
});

test('no points are not zero: a gateway that lives always emits', () => {
  expect(gateway().facet(natBytesOut, 'nat-1', daily([])).verdict(vpcNatGatewayIdle)).toMatchObject({
    status: 'unknown',
    reason: 'metric-gaps',
  });
});

test('a young gateway and one that is not available are not applicable, and no metric is asked for', () => {
  expect(gateway({ CreateTime: daysAgo(13) }).verdict(vpcNatGatewayIdle).reason).toBe('too-young');
  expect(gateway({ State: 'failed' }).verdict(vpcNatGatewayIdle).reason).toBe('not-available');
});

test.each([natGateways, natBytesOut])('without a read it is unknown', (read) => {
  expect(idle().without(read).verdict(vpcNatGatewayIdle).status).toBe('unknown');
});
