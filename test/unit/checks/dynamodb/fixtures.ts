import {
  consumedReads,
  consumedWrites,
  tableDescription,
  tables,
} from '../../../../src/engine/collectors/dynamodb.ts';
import type { Facet } from '../../../../src/engine/collectors/read.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo, steady } from '../../../support/series.ts';

type Description = typeof tableDescription extends Facet<infer V, infer _> ? V : never;

/** An estate with one table of 100 read and 100 write units, a year old, unless said otherwise. */
export const table = (description: Description = {}, region = 'us-east-1') =>
  estate({ account: '111122223333', region })
    .with(tables, [{ TableName: 'orders' }])
    .facet(tableDescription, 'orders', {
      CreationDateTime: daysAgo(365),
      ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 100 },
      ...description,
    });

/** Units that were consumed per second, the same on every day. */
export const using = (
  { read, write }: { read: number; write: number },
  description?: Description,
  region?: string,
) =>
  table(description, region)
    .facet(consumedReads, 'orders', steady(read * 86_400, read === 0 ? 0 : 14))
    .facet(consumedWrites, 'orders', steady(write * 86_400, write === 0 ? 0 : 14));

export const tablesDenied = {
  status: 'unknown',
  missing: [{ read: 'dynamodb:ListTables', outcome: 'denied', permission: 'dynamodb:ListTables' }],
};

export const descriptionDenied = {
  status: 'unknown',
  missing: [{ read: 'dynamodb:DescribeTable', outcome: 'denied', permission: 'dynamodb:DescribeTable' }],
};

export const metricDenied = (metric: string) => ({
  status: 'unknown',
  missing: [
    {
      read: `cloudwatch:GetMetricStatistics/AWS::DynamoDB::Table/${metric}`,
      outcome: 'denied',
      permission: 'cloudwatch:GetMetricStatistics',
    },
  ],
});

/** Tables of which nothing can be said from their present capacity. */
export const notFixed: [string, Description][] = [
  ['on-demand', { BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } }],
  ['too-young', { CreationDateTime: daysAgo(3) }],
  [
    'capacity-moves',
    {
      ProvisionedThroughput: {
        ReadCapacityUnits: 100,
        WriteCapacityUnits: 100,
        LastDecreaseDateTime: daysAgo(2),
      },
    },
  ],
];
