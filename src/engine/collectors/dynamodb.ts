import { metric } from './metric.ts';
import { facet, listing } from './read.ts';

export const tables = listing({
  service: 'dynamodb',
  operation: 'ListTables',
  type: 'AWS::DynamoDB::Table',
  page: { output: 'LastEvaluatedTableName', input: 'ExclusiveStartTableName' },
  input: () => ({ Limit: 100 }),
  // The service lists names only; everything else is in DescribeTable.
  items: (output) => output.TableNames?.map((TableName) => ({ TableName })),
  identify: ({ TableName }, at) => ({ arn: at.arn('dynamodb', `table/${TableName}`), name: TableName }),
  tags: 'tagging-api',
});

const withoutCounters = <T extends { ItemCount?: number | undefined; IndexSizeBytes?: number | undefined }>({
  ItemCount: _items,
  IndexSizeBytes: _size,
  ...index
}: T) => index;

/** The table's description. Counters of its indexes are left out: they move by themselves. */
export const tableDescription = facet({
  service: 'dynamodb',
  operation: 'DescribeTable',
  of: tables,
  name: 'Table',
  volatile: ['ItemCount', 'TableSizeBytes'],
  input: (table) => ({ TableName: table.name }),
  value: ({ Table: table = {} }) => ({
    ...table,
    ...(table.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(withoutCounters),
    }),
    ...(table.LocalSecondaryIndexes && {
      LocalSecondaryIndexes: table.LocalSecondaryIndexes.map(withoutCounters),
    }),
  }),
});

export const pointInTimeRecovery = facet({
  service: 'dynamodb',
  operation: 'DescribeContinuousBackups',
  of: tables,
  name: 'PointInTimeRecoveryDescription',
  volatile: ['EarliestRestorableDateTime', 'LatestRestorableDateTime'],
  input: (table) => ({ TableName: table.name }),
  value: (output) => output.ContinuousBackupsDescription?.PointInTimeRecoveryDescription,
});

const consumed = (name: 'ConsumedReadCapacityUnits' | 'ConsumedWriteCapacityUnits') =>
  metric({
    of: tables,
    namespace: 'AWS/DynamoDB',
    metric: name,
    statistic: 'Sum',
    dimensions: (table) => ({ TableName: table.name }),
  });

/** Units of the table itself; its indexes have metrics of their own. Emitted only while something is read. */
export const consumedReads = consumed('ConsumedReadCapacityUnits');
/** As above, while something is written. */
export const consumedWrites = consumed('ConsumedWriteCapacityUnits');
