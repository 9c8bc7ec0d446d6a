import { services, taskDefinition } from '../../collectors/ecs.ts';
import { check, fail, pass } from '../check.ts';

/**
 * Judged by what the values look like, which was decided when they were read; the values themselves were not kept.
 * Who may describe the task definition reads them all.
 */
export const ecsEnvironmentCredential = check({
  id: 'ecs-environment-credential',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: services,
  reads: [taskDefinition],
  references: ['FSBP:ECS.8', 'WA:SEC02-BP03', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  fix: {
    cli: () =>
      'aws secretsmanager create-secret --name <name> --secret-string file://<value>\naws ecs register-task-definition --cli-input-json file://<task definition with "secrets">.json',
  },
  judge(service) {
    const containers = service.get(taskDefinition)?.containerDefinitions ?? [];
    const found = containers.flatMap(({ name = '', environment, command }) => [
      ...environment
        .filter(({ credential }) => credential !== null)
        .map((variable) => ({ where: `${name}: ${variable.name}`, credential: variable.credential })),
      ...(command?.credential ? [{ where: `${name}: command`, credential: command.credential }] : []),
    ]);
    const variables = containers.reduce((sum, { environment }) => sum + environment.length, 0);
    const { taskDefinition: definition } = service.body;
    if (found.length === 0) return pass('none', { variables }, { seen: { taskDefinition: definition } });
    return fail(
      'credentials',
      { variables: found.map(({ where }) => where) },
      { seen: { taskDefinition: definition, found } },
    );
  },
});
