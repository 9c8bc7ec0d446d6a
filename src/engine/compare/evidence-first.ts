import type { PropertyChange } from '../../shared/model/comparison.ts';

/** What the evidence of a finding names tells why it is over: that comes first, in its order, and then the rest. */
export function evidenceFirst(
  properties: readonly PropertyChange[],
  seen: readonly string[],
): PropertyChange[] {
  const place = ({ path }: PropertyChange): number => {
    const at = seen.findIndex((name) => `.${path}.`.includes(`.${name}.`));
    return at === -1 ? seen.length : at;
  };
  return properties.toSorted((a, b) => place(a) - place(b));
}
