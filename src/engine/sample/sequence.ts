/** A list that may be computed as it is read, so that a hundred thousand items need no memory. Arrays are ones. */
export interface Sequence<T> {
  readonly length: number;
  slice(from: number, to: number): T[];
}

export const computed = <T>(length: number, item: (index: number) => T): Sequence<T> => ({
  length,
  slice: (from, to) =>
    Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, offset) => item(from + offset)),
});

export const mapped = <T, U>(items: Sequence<T>, map: (item: T) => U): Sequence<U> => ({
  length: items.length,
  slice: (from, to) => items.slice(from, to).map((item) => map(item)),
});

export const joined = <T>(first: Sequence<T>, second: Sequence<T>): Sequence<T> => ({
  length: first.length + second.length,
  slice: (from, to) => [
    ...first.slice(Math.min(from, first.length), Math.min(to, first.length)),
    ...second.slice(Math.max(0, from - first.length), Math.max(0, to - first.length)),
  ],
});
