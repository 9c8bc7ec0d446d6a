import { services } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { isActive } from './service.ts';

export const ecsPublicIp = check({
  id: 'ecs-public-ip',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: services,
  references: ['FSBP:ECS.2', 'WA:SEC05-BP01', 'HIPAA:164.312(e)(1)'],
  effort: 'M',
  fix: {
    terraform: () =>
      'resource "aws_ecs_service" "<name>" {\n  network_configuration {\n    subnets          = ["<private subnet>"]\n    assign_public_ip = false\n  }\n}',
  },
  judge(service) {
    const { status = '', networkConfiguration } = service.body;
    if (!isActive(service)) return notApplicable('not-active', { status });
    const network = networkConfiguration?.awsvpcConfiguration;
    if (!network) return notApplicable('not-awsvpc');
    const seen = { assignPublicIp: network.assignPublicIp, subnets: network.subnets };
    return network.assignPublicIp === 'ENABLED'
      ? fail('public', {}, { seen })
      : pass('private', {}, { seen });
  },
});
