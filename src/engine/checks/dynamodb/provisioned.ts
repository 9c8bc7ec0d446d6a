import type { Verdict } from '../../../shared/model/finding.ts';
import type { Stored } from '../../../shared/model/json.ts';
import { consumedReads, consumedWrites, tableDescription } from '../../collectors/dynamodb.ts';
import type { MetricSeries } from '../../collectors/metric.ts';
import type { Facet } from '../../collectors/read.ts';
import { notApplicable } from '../check.ts';
import type { Resource } from '../estate.ts';
import { daysSince, summarize } from '../metrics.ts';

/** Look-back of the metrics, in days. */
export const DAYS = 14;
const SECONDS = 86_400;

type Table = Resource<{ TableName: string }>;
type Description = typeof tableDescription extends Facet<infer V, infer _> ? Stored<V> : never;

/** One direction of a table: units a second that are paid for, and those that were used. */
export interface Use {
  provisioned: number;
  /** Over the whole look-back. */
  average: number;
  /** On the busiest day. */
  peak: number;
  /** Units of the whole look-back. */
  sum: number;
}

export interface TableUse {
  read: Use;
  write: Use;
}

/**
 * The capacity of a table that is provisioned by hand, or why nothing can be said of it: what autoscaling provisions
 * is a moment, and it shows by capacity that was changed within the look-back.
 */
export function fixedCapacity(table: Table, now: Date): Description | Verdict {
  const description = table.get(tableDescription) ?? {};
  const { BillingModeSummary: billing, ProvisionedThroughput: throughput } = description;
  // A table that never changed its mode has no summary, and is provisioned.
  if (billing?.BillingMode === 'PAY_PER_REQUEST') return notApplicable('on-demand');
  const created = description.CreationDateTime;
  if (!created || daysSince(created, now) < DAYS) return notApplicable('too-young', { days: DAYS });
  const changes = [throughput?.LastIncreaseDateTime, throughput?.LastDecreaseDateTime];
  if (changes.some((change) => change && daysSince(change, now) < DAYS))
    return notApplicable('capacity-moves', { days: DAYS });
  return description;
}

export const isVerdict = (value: Description | Verdict): value is Verdict => 'status' in value;

/** What the table itself used; its indexes are not in it. */
export function useOf(table: Table, { ProvisionedThroughput: throughput }: Description): TableUse {
  return {
    read: use(throughput?.ReadCapacityUnits ?? 0, table.get(consumedReads)),
    write: use(throughput?.WriteCapacityUnits ?? 0, table.get(consumedWrites)),
  };
}

function use(provisioned: number, series: MetricSeries | null): Use {
  // Units are counted only when some are consumed: no points are no use.
  const { max = 0, sum = 0 } = summarize(series, 'on-activity') ?? {};
  return { provisioned, sum, average: sum / (DAYS * SECONDS), peak: max / SECONDS };
}

/** Per cent, to one decimal. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
