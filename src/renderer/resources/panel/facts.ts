import type { JsonValue } from '../../../shared/model/json.ts';

/** Most that fit in a glance; the rest is in the tree. */
const MOST = 12;
/** Ids, names and ARNs stand elsewhere. */
const elsewhere = /(id|ids|arn|name|token|digest|sha256|url)$/i;

/** Properties of a body that say what kind of thing it is: plain values, and the name of its state. */
export function factsOf(body: JsonValue): [name: string, value: string][] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body)
    .flatMap(([name, value]): [string, string][] => {
      if (elsewhere.test(name)) return [];
      if (typeof value === 'string') return value.length > 0 && value.length <= 60 ? [[name, value]] : [];
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]];
      const state = stateName(value);
      return state ? [[name, state]] : [];
    })
    .slice(0, MOST);
}

const stateName = (value: JsonValue): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const name = value.Name ?? value.Code;
  return typeof name === 'string' ? name : undefined;
};
