import { clusters } from '../../../../src/engine/collectors/ecs.ts';
import { ACCOUNT, estate, REGION } from '../../../support/estate.ts';

type Body<L> = L extends { items(output: unknown): readonly (infer B)[] } ? B : never;

/** An estate with one active cluster, `main`. */
export const cluster = (body: Partial<Body<typeof clusters>> = {}) =>
  estate().with(clusters, [
    {
      clusterName: 'main',
      clusterArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/main`,
      status: 'ACTIVE',
      ...body,
    },
  ]);
