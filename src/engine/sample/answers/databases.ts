import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { rds as rdsPaging } from '../paging.ts';
import { mapped } from '../sequence.ts';
import type { Kinds, Site } from '../world.ts';

export const rds: Answers<'rds'> = {
  DescribeDBInstances: paged('DBInstances', rdsPaging, ({ site, input }) => {
    const name = input.DBInstanceIdentifier;
    if (!name) return mapped(site.list('db-instance'), ({ body }) => body);
    const found = site.find('db-instance', name);
    if (!found) throw awsError('DBInstanceNotFoundFault', `DBInstance ${name} not found.`, 404);
    return [found.body];
  }),
  DescribeDBClusters: paged('DBClusters', rdsPaging, ({ site, input }) => {
    const name = input.DBClusterIdentifier;
    const found = site.all('db-cluster').filter((cluster) => !name || cluster.name === name);
    if (name && found.length === 0)
      throw awsError('DBClusterNotFoundFault', `DBCluster ${name} not found.`, 404);
    return found.map(({ body }) => body);
  }),
  DescribeDBSnapshots: paged('DBSnapshots', rdsPaging, ({ site, input }) => {
    const { SnapshotType: type, DBInstanceIdentifier: instance } = input;
    if (!type && !instance) return mapped(site.list('db-snapshot'), ({ body }) => body);
    return site
      .all('db-snapshot')
      .map(({ body }) => body)
      .filter(
        (snapshot) =>
          (!type || snapshot.SnapshotType === type) &&
          (!instance || snapshot.DBInstanceIdentifier === instance),
      );
  }),
  DescribeDBSnapshotAttributes: ({ site, input }) => {
    const name = input.DBSnapshotIdentifier ?? '';
    const snapshot = site.find('db-snapshot', name);
    if (!snapshot) throw awsError('DBSnapshotNotFoundFault', `DBSnapshot not found: ${name}`, 404);
    return {
      DBSnapshotAttributesResult: {
        DBSnapshotIdentifier: name,
        DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: snapshot.sharedWith }],
      },
    };
  },
};

/** A table by its name or its ARN. */
function tableOf(site: Site, nameOrArn: string | undefined): Kinds['table'] {
  const name = nameOrArn?.split(':table/').at(-1) ?? '';
  const found = site.find('table', name);
  if (!found)
    throw awsError(
      'ResourceNotFoundException',
      `Requested resource not found: Table: ${name} not found`,
      400,
    );
  return found;
}

const TABLES_A_PAGE = 100;

export const dynamodb: Answers<'dynamodb'> = {
  // The one list whose token can be read: it is the last table's name.
  ListTables: ({ site, input }) => {
    const size = input.Limit ?? TABLES_A_PAGE;
    if (size < 1 || size > TABLES_A_PAGE)
      throw awsError(
        'ValidationException',
        `1 validation error detected: Limit ${size} is out of range`,
        400,
      );
    const names = site
      .all('table')
      .map(({ name }) => name)
      .sort();
    const rest = names.filter((name) => name > (input.ExclusiveStartTableName ?? ''));
    const page = rest.slice(0, size);
    return { TableNames: page, ...(rest.length > size && { LastEvaluatedTableName: page.at(-1) }) };
  },
  DescribeTable: ({ site, input }) => ({ Table: tableOf(site, input.TableName).body }),
  DescribeContinuousBackups: ({ site, input, moment }) => {
    const { pointInTimeRecovery, body } = tableOf(site, input.TableName);
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: pointInTimeRecovery
          ? {
              PointInTimeRecoveryStatus: 'ENABLED',
              RecoveryPeriodInDays: 35,
              EarliestRestorableDateTime: new Date(
                Math.max(body.CreationDateTime!.getTime(), moment.ago(35).getTime()),
              ),
              LatestRestorableDateTime: moment.ago(0.004),
            }
          : { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    };
  },
};
