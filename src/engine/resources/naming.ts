import type { JsonValue } from '../../shared/model/json.ts';
import { ownerArn } from '../collectors/iam.ts';
import type { Relation } from './relations.ts';

/** What of a resource names others. */
export interface Naming {
  arn: string;
  body: JsonValue;
  facets: ReadonlyMap<string, JsonValue>;
}

/** Ids, names and ARNs by which a resource names others in a relation, each once. */
export function named(resource: Naming, relation: Relation): Set<string> {
  const found = new Set<string>();
  // CloudWatch Logs writes some ARNs of its groups with all their streams.
  for (const path of relation.paths)
    for (const value of valuesAt(resource, path))
      for (const one of relation.separator ? value.split(relation.separator) : [value])
        if (one.trim()) found.add(one.trim().replace(/:\*$/, ''));
  return found;
}

function valuesAt({ arn, body, facets }: Naming, path: string): string[] {
  if (path === '@owner') return [ownerArn(arn)];
  const colon = path.indexOf(':');
  const start = colon === -1 ? body : facets.get(path.slice(0, colon));
  return start === undefined ? [] : walk(start, stepsOf(path.slice(colon + 1)));
}

interface Step {
  /** Empty: the value itself. */
  property: string;
  /** Set where the property is a list: every entry, or those with one value. */
  entries?: { property: string; value: string } | 'all';
}

const known = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  let steps = known.get(path);
  if (!steps) {
    steps = path.split('.').map((part): Step => {
      const [, property = '', list, filter, value] = /^(\w*)(\[(?:(\w+)=(\w+))?\])?$/.exec(part) ?? [];
      if (!list) return { property };
      return { property, entries: filter && value ? { property: filter, value } : 'all' };
    });
    known.set(path, steps);
  }
  return steps;
}

function walk(value: JsonValue, [step, ...rest]: readonly Step[]): string[] {
  if (!step) return typeof value === 'string' ? [value] : [];
  const next = step.property ? property(value, step.property) : value;
  if (next === undefined) return [];
  if (!step.entries) return walk(next, rest);
  if (!Array.isArray(next)) return [];
  const { entries } = step;
  return next
    .filter((entry) => entries === 'all' || property(entry, entries.property) === entries.value)
    .flatMap((entry) => walk(entry, rest));
}

const property = (value: JsonValue, name: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;

/** By what a resource may be named: its ARN, what follows the kind in it, and its last part. */
export function namesOf(arn: string): string[] {
  const resource = arn.split(':').slice(5).join(':');
  const afterKind = /^[a-z-]+[/:](.+)$/.exec(resource)?.[1] ?? resource;
  return [...new Set([arn, afterKind, afterKind.split('/').at(-1)!])];
}
