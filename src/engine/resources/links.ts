import { type RelationName, relationNames } from '../../shared/model/relation.ts';
import type { Place } from '../../shared/model/resource.ts';
import { type Naming, named, namesOf } from './naming.ts';
import { relationsFrom } from './relations.ts';

/** Two resources by number, and how the first stands to the second. */
export interface Link {
  from: number;
  as: RelationName;
  to: number;
}

/** Who names whom among the resources of a snapshot. */
export interface Links {
  /** Links to what the resource names. */
  out(resource: number): Link[];
  /** Links from those that name the resource. */
  in(resource: number): Link[];
}

interface Known extends Place {
  type: string;
  arn: string;
}

/** Collects links; all resources are made known before the first one is looked into. */
export class LinksBuilder {
  readonly #resources: Known[] = [];
  /** By type and name; a name may be given in several places. */
  readonly #byName = new Map<string, Map<string, number | number[]>>();
  readonly #from: number[] = [];
  readonly #as: number[] = [];
  readonly #to: number[] = [];

  /** Resources are numbered as they come. */
  know(resource: Known): void {
    const number = this.#resources.push(resource) - 1;
    let names = this.#byName.get(resource.type);
    if (!names) {
      names = new Map();
      this.#byName.set(resource.type, names);
    }
    for (const name of namesOf(resource.arn)) {
      const known = names.get(name);
      if (known === undefined) names.set(name, number);
      else if (typeof known === 'number') names.set(name, [known, number]);
      else known.push(number);
    }
  }

  /** Notes whom a resource names. */
  add(from: number, resource: Naming): void {
    const { type, account, region } = this.#resources[from]!;
    const seen = new Set<string>();
    for (const relation of relationsFrom.get(type) ?? []) {
      for (const name of named(resource, relation)) {
        const found = this.#byName.get(relation.to)?.get(name);
        if (found === undefined) continue;
        const candidates = typeof found === 'number' ? [found] : found;
        const near = candidates.find((one) => isNear(this.#resources[one]!, { account, region }));
        const to = near ?? (relation.named === 'in-place' ? undefined : candidates[0]);
        const key = `${relation.as} ${to}`;
        if (to === undefined || to === from || seen.has(key)) continue;
        seen.add(key);
        this.#from.push(from);
        this.#as.push(relationNames.indexOf(relation.as));
        this.#to.push(to);
      }
    }
  }

  build(): Links {
    const from = Int32Array.from(this.#from);
    const to = Int32Array.from(this.#to);
    const as = Uint8Array.from(this.#as);
    const link = (position: number): Link => ({
      from: from[position]!,
      as: relationNames[as[position]!]!,
      to: to[position]!,
    });
    const size = this.#resources.length;
    const [out, into] = [positionsBy(from, size), positionsBy(to, size)];
    return { out: (resource) => out(resource).map(link), in: (resource) => into(resource).map(link) };
  }
}

/** Positions of each value, by counting: two numbers a link in place of a list for each resource. */
function positionsBy(values: Int32Array, size: number): (value: number) => number[] {
  const starts = new Int32Array(size + 1);
  for (const value of values) starts[value + 1]!++;
  for (let value = 0; value < size; value++) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const positions = new Int32Array(values.length);
  for (const [position, value] of values.entries()) positions[next[value]!++] = position;
  return (value) => Array.from(positions.subarray(starts[value]!, starts[value + 1]!));
}

const isNear = (one: Place, { account, region }: Place): boolean =>
  one.account === account && (one.region === region || one.region === 'global');
