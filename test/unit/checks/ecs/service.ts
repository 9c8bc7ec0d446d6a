import { services, taskDefinition } from '../../../../src/engine/collectors/ecs.ts';
import { redactor } from '../../../../src/engine/collectors/read.ts';
import { ACCOUNT, estate, REGION } from '../../../support/estate.ts';

type Body<L> = L extends { items(output: unknown): readonly (infer B)[] } ? B : never;
export type ServiceBody = Body<typeof services>;

const CLUSTER = `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/main`;

/** An estate with one active service, `shop`. */
export const service = (body: Partial<ServiceBody> = {}) =>
  estate().with(services, [
    {
      serviceName: 'shop',
      serviceArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:service/main/shop`,
      clusterArn: CLUSTER,
      status: 'ACTIVE',
      taskDefinition: 'shop:7',
      ...body,
    },
  ]);

/** The service with what a scan keeps of its task definition. */
export const running = (containerDefinitions: object[]) => {
  const found = { arn: `arn:aws:ecs:${REGION}:${ACCOUNT}:service/main/shop` };
  const kept = taskDefinition.collect(
    { taskDefinition: { taskDefinitionArn: 'shop:7', containerDefinitions } },
    [found] as never,
    {} as never,
    redactor('test'),
  );
  return service().facet(taskDefinition, 'shop', kept.get(found.arn) as never);
};
