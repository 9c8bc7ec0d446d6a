import { services } from '../../collectors/ecs.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { clusterOf, isActive, onFargate } from './service.ts';

/** What LATEST stands for (ECS developer guide, Fargate platform versions). */
const latest: Record<string, string> = { Linux: '1.4.0', Windows: '1.0.0' };

export const ecsFargatePlatformPinned = check({
  id: 'ecs-fargate-platform-pinned',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: services,
  references: ['FSBP:ECS.10', 'WA:SEC06-BP01'],
  effort: 'S',
  fix: {
    cli: (service) =>
      `aws ecs update-service --cluster ${clusterOf(service)} --service ${service.name} --platform-version LATEST --force-new-deployment`,
    terraform: () => 'resource "aws_ecs_service" "<name>" {\n  platform_version = "LATEST"\n}',
  },
  judge(service) {
    const { status = '', platformVersion: version, platformFamily: family = 'Linux' } = service.body;
    if (!isActive(service)) return notApplicable('not-active', { status });
    if (!onFargate(service) || !version) return notApplicable('not-fargate');
    const seen = { platformVersion: version, platformFamily: family };
    if (version === 'LATEST') return pass('latest', {}, { seen });
    const newest = latest[family.toUpperCase().startsWith('WINDOWS') ? 'Windows' : 'Linux']!;
    return version === newest
      ? pass('same-as-latest', { version }, { seen })
      : fail('pinned', { version, latest: newest }, { seen, severity: 'medium' });
  },
});
