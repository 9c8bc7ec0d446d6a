import { services } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { clusterOf, isActive } from './service.ts';

/** Alarms with rollback stop a bad deployment as well; blue/green by CodeDeploy has means of its own. */
export const ecsCircuitBreakerOff = check({
  id: 'ecs-circuit-breaker-off',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: services,
  references: ['WA:OPS06-BP04', 'WA:REL08-BP05'],
  effort: 'S',
  fix: {
    cli: (service) =>
      `aws ecs update-service --cluster ${clusterOf(service)} --service ${service.name} --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}"`,
    terraform: () =>
      'resource "aws_ecs_service" "<name>" {\n  deployment_circuit_breaker {\n    enable   = true\n    rollback = true\n  }\n}',
  },
  judge(service) {
    const { status = '', deploymentController, deploymentConfiguration } = service.body;
    if (!isActive(service)) return notApplicable('not-active', { status });
    const controller = deploymentController?.type ?? 'ECS';
    if (controller !== 'ECS') return notApplicable('other-controller', { controller });
    const { deploymentCircuitBreaker: breaker, alarms } = deploymentConfiguration ?? {};
    const seen = {
      enable: breaker?.enable,
      rollback: breaker?.rollback,
      alarms: alarms?.enable ? alarms.alarmNames : undefined,
    };
    if (alarms?.enable && alarms.rollback) return pass('alarms', {}, { seen });
    if (!breaker?.enable) return fail('off', {}, { seen });
    return breaker.rollback ? pass('on', {}, { seen }) : fail('no-rollback', {}, { seen });
  },
});
