import type { PropertyChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';

/** Not for a reader: what names the document, and whole copies of others that have steps of their own. */
const untold = new Set(['id', 'joined']);

/** What differs between two documents, down to single values, so that one that was just made is readable too. */
export function documentChanges(before: JsonValue | null, after: JsonValue | null): PropertyChange[] {
  const was = leaves(before);
  const is = leaves(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !untold.has(path) && JSON.stringify(was.get(path)) !== JSON.stringify(is.get(path)))
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }));
}

/** Values by their path, such as `scope.resource.arn`; a list is one value. */
function leaves(document: JsonValue | null, path = '', found = new Map<string, JsonValue>()) {
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    for (const [key, value] of Object.entries(document)) leaves(value, path ? `${path}.${key}` : key, found);
  else if (path !== '') found.set(path, document);
  return found;
}
