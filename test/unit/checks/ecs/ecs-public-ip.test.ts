import { expect, test } from 'vitest';
import { ecsPublicIp } from '../../../../src/engine/checks/ecs/ecs-public-ip.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { service } from './service.ts';

const network = (assignPublicIp?: 'ENABLED' | 'DISABLED') =>
  service({ networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp } } });

test('tasks with public addresses fail', () => {
  expect(network('ENABLED').verdict(ecsPublicIp)).toMatchObject({ status: 'fail', reason: 'public' });
});

test('tasks without pass, also where the default holds', () => {
  expect(network('DISABLED').verdict(ecsPublicIp).status).toBe('pass');
  expect(network().verdict(ecsPublicIp).status).toBe('pass');
});

test('bridge and host networks are not applicable', () => {
  expect(service().verdict(ecsPublicIp)).toMatchObject({ status: 'not-applicable', reason: 'not-awsvpc' });
});

test('services that could not be described are unknown', () => {
  expect(network('ENABLED').without(services).verdict(ecsPublicIp).status).toBe('unknown');
});
