import { type Facet, type Found, facet, type Listing } from './read.ts';

const DAY = 86_400_000;

export interface MetricSeries {
  from: string;
  to: string;
  /** Seconds between two points. */
  period: number;
  points: { at: string; value: number }[];
}

type Statistic = 'Maximum' | 'Average' | 'Sum' | 'Minimum';

interface MetricSpec<B> {
  of: Listing<B>;
  namespace: string;
  metric: string;
  statistic: Statistic;
  dimensions: (resource: Found<B>) => Record<string, string>;
  /** Look-back; 14 days is what Compute Optimizer uses. */
  days?: number;
  when?: (resource: Found<B>) => boolean;
}

/**
 * A metric of one resource, a point a day. GetMetricStatistics is inside the free tier of a million requests a
 * month, GetMetricData costs from the first metric on (cost-and-compliance.md, section 0).
 */
export function metric<B>(spec: MetricSpec<B>): Facet<MetricSeries, B> {
  const days = spec.days ?? 14;
  const period = 86_400;
  const window = (now: Date) => ({ from: new Date(now.getTime() - days * DAY), to: now });
  const read = facet({
    service: 'cloudwatch',
    operation: 'GetMetricStatistics',
    suffix: `${spec.of.type}/${spec.metric}`,
    family: 'cloudwatch:metrics',
    of: spec.of,
    name: spec.metric,
    metric: true,
    budget: 1000,
    ...(spec.when && { when: spec.when }),
    input: (resource, at) => ({
      Namespace: spec.namespace,
      MetricName: spec.metric,
      Dimensions: Object.entries(spec.dimensions(resource)).map(([Name, Value]) => ({ Name, Value })),
      StartTime: window(at.now).from,
      EndTime: window(at.now).to,
      Period: period,
      Statistics: [spec.statistic],
    }),
    value: (output): MetricSeries => ({
      from: '',
      to: '',
      period,
      points: (output.Datapoints ?? [])
        .flatMap((point) => {
          const value = point[spec.statistic];
          return point.Timestamp && value !== undefined ? [{ at: point.Timestamp.toISOString(), value }] : [];
        })
        .sort((a, b) => a.at.localeCompare(b.at)),
    }),
  });
  return {
    ...read,
    collect: (output, resources, at, redactor) => {
      const { from, to } = window(at.now);
      return new Map(
        [...read.collect(output, resources, at, redactor)].map(([arn, series]) => [
          arn,
          { ...(series as object), from: from.toISOString(), to: to.toISOString() },
        ]),
      );
    },
  };
}
