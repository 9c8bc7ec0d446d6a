import type { MetricSeries } from '../collectors/metric.ts';

/**
 * `always`: emitted as long as the resource lives, so that an empty series means that nothing is known;
 * `on-activity`: emitted only while there is activity, so that an empty series means none.
 */
export type Emission = 'always' | 'on-activity';

export interface Summary {
  max: number;
  sum: number;
  average: number;
  /** Points, one a day. */
  days: number;
}

/** Sums a series up; undefined when nothing can be said from it. */
export function summarize(series: MetricSeries | null, emission: Emission): Summary | undefined {
  const values = (series?.points ?? []).map((point) => point.value);
  if (values.length === 0)
    return emission === 'on-activity' && series ? { max: 0, sum: 0, average: 0, days: 0 } : undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  return { max: Math.max(...values), sum, average: sum / values.length, days: values.length };
}

const DAY = 86_400_000;

/** Whole days between two moments; the later one is `now`. */
export const daysSince = (moment: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(moment)) / DAY);
