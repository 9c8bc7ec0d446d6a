import { metric } from './metric.ts';
import { facet, listing, tagRecord } from './read.ts';

const page = { output: 'Marker', input: 'Marker' };

/** Neptune and DocumentDB instances are in the answer too, under engines of their own. */
export const dbInstances = listing({
  service: 'rds',
  operation: 'DescribeDBInstances',
  type: 'AWS::RDS::DBInstance',
  volatile: ['LatestRestorableTime'],
  page,
  input: () => ({ MaxRecords: 100 }),
  items: (output) => output.DBInstances,
  identify: (instance, at) => ({
    arn: instance.DBInstanceArn ?? at.arn('rds', `db:${instance.DBInstanceIdentifier}`),
    name: instance.DBInstanceIdentifier,
  }),
  tags: (instance) => tagRecord(instance.TagList),
});

export const dbClusters = listing({
  service: 'rds',
  operation: 'DescribeDBClusters',
  type: 'AWS::RDS::DBCluster',
  volatile: ['LatestRestorableTime', 'EarliestRestorableTime', 'EarliestBacktrackTime'],
  page,
  input: () => ({ MaxRecords: 100 }),
  items: (output) => output.DBClusters,
  identify: (cluster, at) => ({
    arn: cluster.DBClusterArn ?? at.arn('rds', `cluster:${cluster.DBClusterIdentifier}`),
    name: cluster.DBClusterIdentifier,
  }),
  tags: (cluster) => tagRecord(cluster.TagList),
});

/** The account's own snapshots, manual and automated; shared ones of others are not asked for. */
export const dbSnapshots = listing({
  service: 'rds',
  operation: 'DescribeDBSnapshots',
  type: 'AWS::RDS::DBSnapshot',
  budget: 5000,
  page,
  input: () => ({ MaxRecords: 100 }),
  items: (output) => output.DBSnapshots,
  identify: (snapshot, at) => ({
    arn: snapshot.DBSnapshotArn ?? at.arn('rds', `snapshot:${snapshot.DBSnapshotIdentifier}`),
    name: snapshot.DBSnapshotIdentifier,
  }),
  tags: (snapshot) => tagRecord(snapshot.TagList),
});

/** Only a manual snapshot that is not encrypted can be made public; the others are not asked about. */
export const dbSnapshotAttributes = facet({
  service: 'rds',
  operation: 'DescribeDBSnapshotAttributes',
  of: dbSnapshots,
  name: 'DBSnapshotAttributes',
  when: (snapshot) => snapshot.body.SnapshotType === 'manual' && !snapshot.body.Encrypted,
  input: (snapshot) => ({ DBSnapshotIdentifier: snapshot.body.DBSnapshotIdentifier }),
  value: (output) => output.DBSnapshotAttributesResult?.DBSnapshotAttributes ?? [],
});

const instanceMetric = {
  of: dbInstances,
  namespace: 'AWS/RDS',
  dimensions: (instance: { name: string }) => ({ DBInstanceIdentifier: instance.name }),
};

export const databaseConnections = metric({
  ...instanceMetric,
  metric: 'DatabaseConnections',
  statistic: 'Maximum',
  when: (instance) => instance.body.DBInstanceStatus === 'available',
});

export const cpuUtilization = metric({
  ...instanceMetric,
  metric: 'CPUUtilization',
  statistic: 'Maximum',
  when: (instance) => instance.body.DBInstanceStatus === 'available',
});

/** Bytes. Instances of a cluster keep their data in the cluster's volume and have no storage of their own. */
export const freeStorageSpace = metric({
  ...instanceMetric,
  metric: 'FreeStorageSpace',
  statistic: 'Minimum',
  when: (instance) =>
    instance.body.DBInstanceStatus === 'available' && instance.body.DBClusterIdentifier === undefined,
});
