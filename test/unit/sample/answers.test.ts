import { beforeAll, describe, expect, test } from 'vitest';
import { type Service, services } from '../../../src/engine/aws/services.ts';
import { reads } from '../../../src/engine/collectors/index.ts';
import { answers } from '../../../src/engine/sample/answers/index.ts';
import { sampleEstate } from '../../../src/engine/sample/index.ts';
import { type Scanned, scan } from './scan.ts';

const signal = new AbortController().signal;
const PRODUCTION = '222233334444';
const call = (
  service: Service,
  operation: string,
  input = {},
  account = PRODUCTION,
  region = 'us-east-1',
) => ({
  account,
  region,
  service,
  operation,
  input,
});

test.each(Object.keys(services) as Service[])('every operation of %s has an answer', async (service) => {
  const operations = Object.keys(await services[service]())
    .filter((name) => name.endsWith('Command'))
    .map((name) => name.replace(/Command$/, ''));
  expect(operations.length).toBeGreaterThan(0);
  expect(operations.filter((operation) => !(operation in answers[service]))).toEqual([]);
});

describe.each(['before', 'after'] as const)('all reads of Fieldbook over the estate %s', (state) => {
  let scanned: Scanned;
  beforeAll(async () => {
    scanned = await scan(sampleEstate({ state }), reads);
  });

  test('meet no mistake of the sample', () => {
    expect(scanned.mistakes).toEqual([]);
  });

  test('give resources of every type that is an asset', () => {
    const assets = reads.flatMap((read) => (read.kind === 'listing' && !read.auxiliary ? read.type : []));
    const found = new Set(scanned.resources.map(({ type }) => type));
    expect(assets.filter((type) => !found.has(type))).toEqual([]);
  });

  test('give 350 to 600 assets with ARNs of their own', () => {
    const auxiliary = new Set(
      reads.flatMap((read) => (read.kind === 'listing' && read.auxiliary ? read.type : [])),
    );
    const assets = scanned.resources.filter(({ type }) => !auxiliary.has(type));
    expect(assets.length).toBeGreaterThanOrEqual(350);
    expect(assets.length).toBeLessThanOrEqual(600);
    const keys = assets.map(({ account, region, type, arn }) => `${account} ${region} ${type} ${arn}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('undefined'))).toEqual([]);
  });

  test('never bring a secret of the estate along', () => {
    const stored = JSON.stringify(scanned.resources.map((row) => [row, [...row.facets]]));
    for (const secret of ['wJalrXUtnFEMI', 'Wint3r-is-here', 'Cl4ims-2022', 's33d-me', 'PRIVATE KEY'])
      expect(stored).not.toContain(secret);
  });
});

test('an operation that the sample does not know is named in the error', async () => {
  const { send } = sampleEstate({ state: 'before' });
  await expect(send(call('ec2', 'TerminateInstances'), signal)).rejects.toThrow(
    'The sample estate has no answer to ec2 TerminateInstances',
  );
});

test('a filter that the sample does not heed is an error and not ignored', async () => {
  const { send } = sampleEstate({ state: 'before' });
  const input = { Filters: [{ Name: 'instance-state-name', Values: ['running'] }] };
  await expect(send(call('ec2', 'DescribeInstances', input), signal)).rejects.toThrow(
    'does not heed Filters of ec2 DescribeInstances',
  );
});

test('answers carry the metadata of the SDK', async () => {
  const { send } = sampleEstate({ state: 'before' });
  const output = await send(call('sts', 'GetCallerIdentity'), signal);
  expect(output).toMatchObject({ Account: PRODUCTION, $metadata: { httpStatusCode: 200, attempts: 1 } });
});

test('a cancelled call is not answered', async () => {
  const { send } = sampleEstate({ state: 'before' });
  await expect(send(call('ec2', 'DescribeVpcs'), AbortSignal.abort())).rejects.toThrow();
});

test.each([
  ['s3', 'GetBucketPolicy', { Bucket: 'acme-health-backups' }, 'NoSuchBucketPolicy', 404],
  ['s3', 'GetBucketAcl', { Bucket: 'nobody-has-this-one' }, 'NoSuchBucket', 404],
  ['s3', 'GetBucketAcl', { Bucket: 'acme-health-claims-documents-dr' }, 'PermanentRedirect', 301],
  [
    's3',
    'GetBucketLifecycleConfiguration',
    { Bucket: 'acme-health-backups' },
    'NoSuchLifecycleConfiguration',
    404,
  ],
  ['iam', 'GetLoginProfile', { UserName: 'lis-interface' }, 'NoSuchEntityException', 404],
  ['lambda', 'GetPolicy', { FunctionName: 'lis-result-router' }, 'ResourceNotFoundException', 404],
  ['eks', 'DescribeCluster', { name: 'none' }, 'ResourceNotFoundException', 404],
  ['ecs', 'ListServices', { cluster: 'none' }, 'ClusterNotFoundException', 400],
  ['organizations', 'ListAccounts', {}, 'AccessDeniedException', 400],
  ['kms', 'DescribeKey', { KeyId: 'none' }, 'NotFoundException', 400],
] as const)('%s %s of %o throws %s as the SDK does', async (service, operation, input, name, status) => {
  const { send } = sampleEstate({ state: 'before' });
  const error = await send(call(service, operation, input), signal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name, $metadata: { httpStatusCode: status } });
});

test('a region that is not switched on does not know the caller', async () => {
  const { send } = sampleEstate({ state: 'before' });
  await expect(
    send(call('ec2', 'DescribeVpcs', {}, PRODUCTION, 'me-central-1'), signal),
  ).rejects.toMatchObject({ name: 'AuthFailure' });
  expect(await send(call('ec2', 'DescribeRegions', { AllRegions: true }), signal)).toMatchObject({
    Regions: expect.arrayContaining([
      expect.objectContaining({ RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' }),
      expect.objectContaining({ RegionName: 'me-central-1', OptInStatus: 'not-opted-in' }),
    ]),
  });
});

test('a region without anything in it is empty and not an error', async () => {
  const { send } = sampleEstate({ state: 'before' });
  expect(await send(call('ec2', 'DescribeVpcs', {}, PRODUCTION, 'ap-south-1'), signal)).toMatchObject({
    Vpcs: [],
  });
});

test('a metric has a point a day, and one that nobody sends has none', async () => {
  const { send, takenAt } = sampleEstate({ state: 'before' });
  const ask = (DBInstanceIdentifier: string) =>
    send(
      call('cloudwatch', 'GetMetricStatistics', {
        Namespace: 'AWS/RDS',
        MetricName: 'DatabaseConnections',
        Dimensions: [{ Name: 'DBInstanceIdentifier', Value: DBInstanceIdentifier }],
        StartTime: new Date(takenAt.getTime() - 14 * 86_400_000),
        EndTime: takenAt,
        Period: 86_400,
        Statistics: ['Maximum'],
      }),
      signal,
    ) as Promise<{ Datapoints: object[] }>;
  const { Datapoints } = await ask('portal-db');
  expect(Datapoints).toHaveLength(14);
  expect(Object.keys(Datapoints[0]!)).toEqual(['Timestamp', 'Maximum']);
  expect((await ask('none')).Datapoints).toEqual([]);
});
