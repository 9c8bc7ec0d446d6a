export interface FacetValue {
  value: string;
  label: string;
  count: number;
  /** Told apart from others of that label. */
  title: string;
}

interface Names {
  label: (value: string) => string;
  /** Otherwise the label: a word of Fieldbook's own is never shown as the file holds it. */
  title?: (value: string) => string;
}

/** Values by how many there are. What is chosen stays in view, also when nothing matches it any more. */
export function facetValues(
  counts: readonly { value: string; count: number }[],
  chosen: readonly string[],
  { label, title = label }: Names,
): FacetValue[] {
  const gone = chosen.filter((one) => !counts.some(({ value }) => value === one));
  return [...gone.map((value) => ({ value, count: 0 })), ...counts].map(({ value, count }) => ({
    value,
    count,
    label: label(value),
    title: title(value),
  }));
}
