import { listing } from './read.ts';

/** A request in micros of a US dollar, whatever it answers: https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/ */
export const costExplorerRequest = 10_000;

/**
 * What an account was charged in the last whole month before the scan: unblended, without credits, refunds and tax, of
 * this account alone also where it pays for others. Each request has a price, so it is read only where somebody wants it.
 */
export const monthlyCost = listing({
  service: 'cost-explorer',
  operation: 'GetCostAndUsage',
  type: 'AWS::CE::MonthlyCost',
  scope: 'global',
  auxiliary: true,
  absent: ['DataUnavailableException'],
  input: ({ account, now }) => ({
    TimePeriod: monthBefore(now),
    Granularity: 'MONTHLY' as const,
    Metrics: ['UnblendedCost'],
    Filter: {
      And: [
        { Dimensions: { Key: 'LINKED_ACCOUNT' as const, Values: [account] } },
        { Not: { Dimensions: { Key: 'RECORD_TYPE' as const, Values: ['Credit', 'Refund', 'Tax'] } } },
      ],
    },
  }),
  items: (output) => output.ResultsByTime,
  identify: ({ TimePeriod }, at) => ({
    arn: at.arn('ce', `monthly-cost/${TimePeriod!.Start}`),
    name: TimePeriod!.Start!.slice(0, 7),
  }),
});

/** The last whole month before a moment, in UTC; the end is the day after. */
function monthBefore(now: Date): { Start: string; End: string } {
  const day = (month: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString().slice(0, 10);
  return { Start: day(now.getUTCMonth() - 1), End: day(now.getUTCMonth()) };
}
