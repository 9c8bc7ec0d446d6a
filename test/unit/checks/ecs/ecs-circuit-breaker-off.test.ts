import { expect, test } from 'vitest';
import { ecsCircuitBreakerOff } from '../../../../src/engine/checks/ecs/ecs-circuit-breaker-off.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { service } from './service.ts';

const breaker = (enable: boolean, rollback: boolean) => ({ deploymentCircuitBreaker: { enable, rollback } });

test.each([
  [breaker(true, true), 'pass', 'on'],
  [breaker(true, false), 'fail', 'no-rollback'],
  [breaker(false, false), 'fail', 'off'],
  [{}, 'fail', 'off'],
  [{ alarms: { enable: true, rollback: true, alarmNames: ['errors'] } }, 'pass', 'alarms'],
])('%j: %s, %s', (deploymentConfiguration, status, reason) => {
  expect(service({ deploymentConfiguration }).verdict(ecsCircuitBreakerOff)).toMatchObject({
    status,
    reason,
  });
});

test('blue/green by CodeDeploy and services on their way out are not applicable', () => {
  const codeDeploy = service({ deploymentController: { type: 'CODE_DEPLOY' } });
  expect(codeDeploy.verdict(ecsCircuitBreakerOff)).toMatchObject({
    status: 'not-applicable',
    reason: 'other-controller',
  });
  expect(service({ status: 'DRAINING' }).verdict(ecsCircuitBreakerOff).reason).toBe('not-active');
});

test('services that could not be described are unknown', () => {
  expect(service().without(services).verdict(ecsCircuitBreakerOff)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ecs:DescribeServices' }],
  });
});
