import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Service } from '../../../src/engine/aws/services.ts';
import { sampleEstate } from '../../../src/engine/sample/index.ts';

const signal = new AbortController().signal;
const estate = sampleEstate({ state: 'before' });

interface List {
  service: Service;
  operation: string;
  input?: Record<string, unknown>;
  account?: string;
  list: string;
  size: string;
  token: [input: string, output: string];
  most: number;
  wrongToken: string;
}

const lists: List[] = [
  {
    service: 'ec2',
    operation: 'DescribeVolumes',
    list: 'Volumes',
    size: 'MaxResults',
    token: ['NextToken', 'NextToken'],
    most: 1000,
    wrongToken: 'InvalidNextToken',
  },
  {
    service: 'rds',
    operation: 'DescribeDBInstances',
    list: 'DBInstances',
    size: 'MaxRecords',
    token: ['Marker', 'Marker'],
    most: 100,
    wrongToken: 'InvalidParameterValue',
  },
  {
    service: 'iam',
    operation: 'ListRoles',
    list: 'Roles',
    size: 'MaxItems',
    token: ['Marker', 'Marker'],
    most: 1000,
    wrongToken: 'ValidationError',
  },
  {
    service: 'kms',
    operation: 'ListKeys',
    list: 'Keys',
    size: 'Limit',
    token: ['Marker', 'NextMarker'],
    most: 1000,
    wrongToken: 'InvalidMarkerException',
  },
  {
    service: 'lambda',
    operation: 'ListFunctions',
    list: 'Functions',
    size: 'MaxItems',
    token: ['Marker', 'NextMarker'],
    most: 10_000,
    wrongToken: 'InvalidParameterValueException',
  },
  {
    service: 'cloudwatch-logs',
    operation: 'DescribeLogGroups',
    list: 'logGroups',
    size: 'limit',
    token: ['nextToken', 'nextToken'],
    most: 50,
    wrongToken: 'InvalidParameterException',
  },
  {
    service: 'elastic-load-balancing-v2',
    operation: 'DescribeTargetGroups',
    list: 'TargetGroups',
    size: 'PageSize',
    token: ['Marker', 'NextMarker'],
    most: 400,
    wrongToken: 'ValidationError',
  },
  {
    service: 'organizations',
    operation: 'ListAccounts',
    account: '111122223333',
    list: 'Accounts',
    size: 'MaxResults',
    token: ['NextToken', 'NextToken'],
    most: 20,
    wrongToken: 'InvalidInputException',
  },
  {
    service: 'resource-groups-tagging-api',
    operation: 'GetResources',
    list: 'ResourceTagMappingList',
    size: 'ResourcesPerPage',
    token: ['PaginationToken', 'PaginationToken'],
    most: 100,
    wrongToken: 'PaginationTokenExpiredException',
  },
  {
    service: 's3',
    operation: 'ListBuckets',
    list: 'Buckets',
    size: 'MaxBuckets',
    token: ['ContinuationToken', 'ContinuationToken'],
    most: 10_000,
    wrongToken: 'InvalidArgument',
  },
  {
    service: 'ecs',
    operation: 'ListServices',
    input: { cluster: 'acme-services' },
    list: 'serviceArns',
    size: 'maxResults',
    token: ['nextToken', 'nextToken'],
    most: 100,
    wrongToken: 'InvalidParameterException',
  },
  {
    service: 'service-quotas',
    operation: 'ListServiceQuotas',
    input: { ServiceCode: 'vpc' },
    list: 'Quotas',
    size: 'MaxResults',
    token: ['NextToken', 'NextToken'],
    most: 100,
    wrongToken: 'InvalidPaginationTokenException',
  },
];

type Output = Record<string, unknown>;

const ask = (list: List, input: Record<string, unknown>): Promise<Output> =>
  estate.send(
    {
      account: list.account ?? '222233334444',
      region: 'us-east-1',
      service: list.service,
      operation: list.operation,
      input: { ...list.input, ...input },
    },
    signal,
  ) as Promise<Output>;

async function pages(list: List, size: number): Promise<unknown[][]> {
  const found: unknown[][] = [];
  let token: unknown;
  do {
    const output = await ask(list, { [list.size]: size, ...(token ? { [list.token[0]]: token } : {}) });
    found.push(output[list.list] as unknown[]);
    token = output[list.token[1]];
  } while (token);
  return found;
}

describe.each(lists)('$service $operation', (list) => {
  test('pages of any size make the whole list, in order and without a double', async () => {
    const whole = (await pages(list, Math.min(list.most, 100))).flat();
    expect(whole.length).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: Math.min(40, list.most) }), async (size) => {
        const found = await pages(list, size);
        expect(found.flat()).toEqual(whole);
        expect(found.slice(0, -1).every((page) => page.length === size)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('a page is never longer than the service gives', async () => {
    await expect(ask(list, { [list.size]: list.most + 1 })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a token that the service did not give is refused', async () => {
    for (const token of ['AAAA', 'made-up', Buffer.from('2.abc').toString('base64url')])
      await expect(ask(list, { [list.token[0]]: token })).rejects.toMatchObject({ name: list.wrongToken });
  });

  test('the same question gives the same token', async () => {
    const [first, second] = await Promise.all([ask(list, { [list.size]: 2 }), ask(list, { [list.size]: 2 })]);
    expect(first[list.token[1]]).toBeTypeOf('string');
    expect(first[list.token[1]]).toBe(second[list.token[1]]);
  });
});

test('a token of one list is no token of another', async () => {
  const roles = lists.find(({ operation }) => operation === 'ListRoles')!;
  const { Marker } = await ask(roles, { MaxItems: 2 });
  await expect(ask({ ...roles, operation: 'ListUsers' }, { Marker })).rejects.toMatchObject({
    name: 'ValidationError',
  });
});

test('tables go on after the last name', async () => {
  const tables = (input: object) =>
    estate.send(
      {
        account: '222233334444',
        region: 'us-east-1',
        service: 'dynamodb',
        operation: 'ListTables',
        input: { ...input },
      },
      signal,
    ) as Promise<{ TableNames: string[]; LastEvaluatedTableName?: string }>;
  const all = await tables({});
  const first = await tables({ Limit: 2 });
  const rest = await tables({ ExclusiveStartTableName: first.LastEvaluatedTableName });
  expect([...first.TableNames, ...rest.TableNames]).toEqual(all.TableNames);
  expect(rest.LastEvaluatedTableName).toBeUndefined();
});
