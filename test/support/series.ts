import type { MetricSeries } from '../../src/engine/collectors/metric.ts';
import { NOW } from './estate.ts';

const DAY = 86_400_000;

/** The moment so many days before the estate's now. */
export const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY);

/** A metric with a point a day, the last one yesterday. */
export const daily = (values: readonly number[], lookBack = 14): MetricSeries => ({
  from: daysAgo(lookBack).toISOString(),
  to: NOW.toISOString(),
  period: 86_400,
  points: values.map((value, index) => ({ at: daysAgo(values.length - index).toISOString(), value })),
});

/** The same value on so many days. */
export const steady = (value: number, days = 14): MetricSeries => daily(Array(days).fill(value));
