import { expect, test } from 'vitest';
import { ecsFargatePlatformPinned } from '../../../../src/engine/checks/ecs/ecs-fargate-platform-pinned.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { service } from './service.ts';

test.each([
  ['LATEST', 'Linux', 'pass', 'latest'],
  ['1.4.0', 'Linux', 'pass', 'same-as-latest'],
  ['1.3.0', 'Linux', 'fail', 'pinned'],
  ['1.0.0', 'WINDOWS_SERVER_2022_CORE', 'pass', 'same-as-latest'],
])('platform version %s on %s: %s, %s', (platformVersion, platformFamily, status, reason) => {
  const fargate = service({ launchType: 'FARGATE', platformVersion, platformFamily });
  expect(fargate.verdict(ecsFargatePlatformPinned)).toMatchObject({ status, reason });
});

test('capacity providers of Fargate count as Fargate', () => {
  const spot = service({
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
    platformVersion: '1.3.0',
  });
  expect(spot.verdict(ecsFargatePlatformPinned).status).toBe('fail');
});

test('a service on instances is not applicable', () => {
  expect(service({ launchType: 'EC2' }).verdict(ecsFargatePlatformPinned)).toMatchObject({
    status: 'not-applicable',
    reason: 'not-fargate',
  });
});

test('services that could not be described are unknown', () => {
  expect(service().without(services).verdict(ecsFargatePlatformPinned).status).toBe('unknown');
});
