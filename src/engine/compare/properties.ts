import type { PropertyChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';

/**
 * What differs between two bodies, property by property; lists are compared as a whole. `volatile` names properties
 * of the top level that move by themselves.
 */
export function propertyChanges(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  volatile: readonly string[] = [],
  path = '',
): PropertyChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys
      .filter((key) => path !== '' || !volatile.includes(key))
      .flatMap((key) => propertyChanges(before[key], after[key], [], path ? `${path}.${key}` : key));
  }
  return canonical(before) === canonical(after) ? [] : [{ path, before, after }];
}

const isRecord = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Services return lists that are sets in any order; a change of order alone is none. */
function canonical(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (isRecord(value))
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
