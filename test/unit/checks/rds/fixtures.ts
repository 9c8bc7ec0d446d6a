import { dbClusters, dbInstances, dbSnapshots } from '../../../../src/engine/collectors/rds.ts';
import type { Listing } from '../../../../src/engine/collectors/read.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

type Of<L> = L extends Listing<infer B> ? B : never;

/** An estate with one database, running for a year unless said otherwise. */
export const database = (body: Of<typeof dbInstances> = {}, region = 'us-east-1') =>
  estate({ account: '111122223333', region }).with(dbInstances, [
    {
      DBInstanceIdentifier: 'orders',
      DBInstanceStatus: 'available',
      InstanceCreateTime: daysAgo(365),
      Engine: 'mysql',
      ...body,
    },
  ]);

export const cluster = (body: Of<typeof dbClusters> = {}) =>
  estate().with(dbClusters, [{ DBClusterIdentifier: 'orders', Engine: 'aurora-mysql', ...body }]);

export const snapshot = (body: Of<typeof dbSnapshots> = {}, region = 'us-east-1') =>
  estate({ account: '111122223333', region }).with(dbSnapshots, [
    {
      DBSnapshotIdentifier: 'before-upgrade',
      DBInstanceIdentifier: 'orders',
      SnapshotType: 'manual',
      Status: 'available',
      SnapshotCreateTime: daysAgo(100),
      ...body,
    },
  ]);

export const instancesDenied = {
  status: 'unknown',
  missing: [{ read: 'rds:DescribeDBInstances', outcome: 'denied', permission: 'rds:DescribeDBInstances' }],
};

export const clustersDenied = {
  status: 'unknown',
  missing: [{ read: 'rds:DescribeDBClusters', outcome: 'denied', permission: 'rds:DescribeDBClusters' }],
};

export const snapshotsDenied = {
  status: 'unknown',
  missing: [{ read: 'rds:DescribeDBSnapshots', outcome: 'denied', permission: 'rds:DescribeDBSnapshots' }],
};

/** Reading metrics is denied. */
export const metricDenied = (metric: string) => ({
  status: 'unknown',
  missing: [
    {
      read: `cloudwatch:GetMetricStatistics/AWS::RDS::DBInstance/${metric}`,
      outcome: 'denied',
      permission: 'cloudwatch:GetMetricStatistics',
    },
  ],
});
