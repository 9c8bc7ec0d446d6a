import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Dependency, System } from '../../shared/model/records/system.ts';

type Graph = z.input<Contract['inventory']['graph']['result']>;

/** A resource of AWS is one node however many systems rest on it. */
const awsId = (name: string): string => `aws ${name}`;

/** The last part of an ARN, or the name itself. */
export const awsName = (name: string): string =>
  name.startsWith('arn:') ? name.slice(name.lastIndexOf(':') + 1) : name;

export function graphOf(systems: readonly System[]): Graph {
  const nodes = new Map<string, Graph['nodes'][number]>(
    systems.map(({ id, name, kind, criticality, lifecycle }) => [
      id,
      {
        id,
        name,
        kind: kind ?? '',
        critical: criticality === 'critical',
        aws: false,
        retired: lifecycle === 'retired',
      },
    ]),
  );
  const edges: Graph['edges'] = [];
  for (const { id, dependsOn } of systems)
    for (const on of dependsOn) {
      const to = on.kind === 'system' ? on.id : awsId(on.name);
      if (on.kind === 'aws' && !nodes.has(to))
        nodes.set(to, {
          id: to,
          name: awsName(on.name),
          kind: 'aws',
          critical: false,
          aws: true,
          retired: false,
        });
      if (nodes.has(to)) edges.push({ from: id, to });
    }
  return { nodes: [...nodes.values()], edges };
}

/** What a dependency is called; `gone` when that system is not in the inventory. */
export function namedDependency(on: Dependency, systems: ReadonlyMap<string, System>) {
  if (on.kind === 'aws') return { kind: on.kind, id: on.name, name: awsName(on.name), gone: false };
  const system = systems.get(on.id);
  return { kind: on.kind, id: on.id, name: system?.name ?? on.id, gone: system === undefined };
}
