/** Milliseconds of each run; work may be asynchronous. */
export async function times(runs: number, work: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)]!;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export interface Line {
  what: string;
  measured: string;
  target: string;
  met: boolean;
}
