import { join } from 'node:path';
import { expect, test } from 'vitest';
import { volumes } from '../../../src/engine/collectors/ec2.ts';
import { bucketPolicy, buckets } from '../../../src/engine/collectors/s3.ts';
import { coverageOf } from '../../../src/engine/snapshot/coverage.ts';
import { cancelScan, resumeScan, type ScanOptions, startScan } from '../../../src/engine/snapshot/scan.ts';
import { openStore, type Store } from '../../../src/engine/store/open.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { scopeSchema } from '../../../src/shared/model/scan.ts';
import { thrownBy } from '../../support/errors.ts';
import { ACCOUNT } from '../../support/estate.ts';
import { type FakeAws, fakeAws, sdkError, volumePages } from '../../support/fake-aws.ts';
import { temporaryFolder } from '../../support/folder.ts';

const scope = (over: object = {}) => scopeSchema.parse({ profiles: ['client'], ...over });
const newStore = (): Store =>
  openStore({ path: join(temporaryFolder(), 'a.fieldbook'), passphrase: 'correct horse', mode: 'create' });

const options = (store: Store, gateway: FakeAws, over: Partial<ScanOptions> = {}): ScanOptions => ({
  db: store.db,
  gateway,
  reads: [volumes],
  salt: 'salt',
  signal: new AbortController().signal,
  ...over,
});

const count = (store: Store, table: string): number =>
  store.db.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()!.n;

const volumeCalls = (aws: FakeAws) => aws.calls.filter((call) => call.operation === 'DescribeVolumes');

test('a scan reads every page of every region and keeps each resource once', async () => {
  const store = newStore();
  const aws = fakeAws({ 'ec2:DescribeVolumes': volumePages(3, 10) });
  const result = await startScan(scope(), options(store, aws));
  expect(result.state).toBe('complete');
  expect(volumeCalls(aws)).toHaveLength(6);
  expect(count(store, 'snapshot_resource')).toBe(60);
  expect(coverageOf(store.db, 1).reads).toEqual({ planned: 2, ok: 2, failed: 0 });
  store.close();
});

test('a second snapshot of an unchanged estate adds no body', async () => {
  const store = newStore();
  const aws = fakeAws({ 'ec2:DescribeVolumes': volumePages(3, 10) });
  await startScan(scope(), options(store, aws));
  const bodies = count(store, 'content');
  await startScan(scope(), options(store, aws));
  expect(count(store, 'content')).toBe(bodies);
  expect(count(store, 'resource')).toBe(60);
  expect(count(store, 'snapshot_resource')).toBe(120);
  store.close();
});

test('a read that is denied stands in the ledger with who denied it, and the rest goes on', async () => {
  const store = newStore();
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (call.region === 'eu-west-1')
        throw sdkError(
          'UnauthorizedOperation',
          'You are not authorized to perform: ec2:DescribeVolumes with an explicit deny in a service control policy',
          403,
        );
      return volumePages(2, 5)(call, nth);
    },
  });
  expect((await startScan(scope(), options(store, aws))).state).toBe('complete');
  expect(count(store, 'snapshot_resource')).toBe(10);
  expect(coverageOf(store.db, 1).gaps).toMatchObject([
    {
      read: 'ec2:DescribeVolumes',
      regions: ['eu-west-1'],
      outcome: 'denied',
      denial: 'service-control-policy',
      permission: 'ec2:DescribeVolumes',
    },
  ]);
  store.close();
});

test('a region that is off is named and not walked', async () => {
  const store = newStore();
  const aws = fakeAws({ 'ec2:DescribeVolumes': volumePages(1, 1) });
  await startScan(scope({ regions: ['us-east-1', 'me-central-1'] }), options(store, aws));
  expect(volumeCalls(aws).map((call) => call.region)).toEqual(['us-east-1']);
  expect(coverageOf(store.db, 1).gaps).toMatchObject([{ regions: ['me-central-1'], outcome: 'region-off' }]);
  store.close();
});

test('throttled calls are tried again until they succeed', async () => {
  const store = newStore();
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (nth % 2 === 1) throw sdkError('RequestLimitExceeded', 'Request limit exceeded.', 503);
      return volumePages(1, 5)(call, nth);
    },
  });
  expect((await startScan(scope(), options(store, aws))).state).toBe('complete');
  expect(count(store, 'snapshot_resource')).toBe(10);
  expect(coverageOf(store.db, 1).reads.failed).toBe(0);
  store.close();
});

test('a session that runs out pauses the scan, and after a new sign-in it goes on where it was', async () => {
  const store = newStore();
  let expired = false;
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (nth === 4) expired = true;
      if (expired)
        throw sdkError('ExpiredToken', 'The security token included in the request is expired', 400);
      return volumePages(4, 5)(call, nth);
    },
  });
  const enter = aws.enter;
  aws.enter = async (target, signal) => {
    if (expired) throw new FieldbookError('sign-in-needed', 'expired', 'sign in');
    return enter(target, signal);
  };
  const paused = await startScan(scope(), options(store, aws, { concurrency: 1 }));
  expect(paused).toMatchObject({ state: 'paused', pause: { code: 'sign-in-needed', accounts: [ACCOUNT] } });
  expect(paused.pause!.next).toContain('fieldbook resume');
  const before = volumeCalls(aws).length;
  expired = false;
  const aws2 = fakeAws({ 'ec2:DescribeVolumes': volumePages(4, 5) });
  expect((await resumeScan(options(store, aws2))).state).toBe('complete');
  expect(count(store, 'snapshot_resource')).toBe(40);
  // Three pages had been read; the one that failed and the rest are read once more.
  expect(before).toBe(4);
  expect(volumeCalls(aws2)).toHaveLength(5);
  store.close();
});

test('somebody who signs in at once does not have to resume', async () => {
  const store = newStore();
  let expired = true;
  const asked: string[] = [];
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (expired && nth > 1) throw sdkError('ExpiredToken');
      return volumePages(3, 5)(call, nth);
    },
  });
  const enter = aws.enter;
  let first = true;
  aws.enter = async (target, signal) => {
    if (expired && !first) throw new FieldbookError('sign-in-needed', 'expired', 'sign in');
    first = false;
    return enter(target, signal);
  };
  const result = await startScan(
    scope(),
    options(store, aws, {
      askSignIn: async (account) => {
        asked.push(account);
        expired = false;
        return true;
      },
    }),
  );
  expect(result.state).toBe('complete');
  expect(asked).toEqual([ACCOUNT]);
  expect(count(store, 'snapshot_resource')).toBe(30);
  store.close();
});

test('when the network goes, the scan pauses instead of failing every read, and goes on later', async () => {
  const store = newStore();
  const regions = Array.from({ length: 12 }, (_, i) =>
    `xx-test-${i % 10}`.replace('test', 'abcdefghijkl'[i]!.repeat(3)),
  );
  const described = () => ({
    Regions: regions.map((RegionName) => ({ RegionName, OptInStatus: 'opted-in' })),
  });
  const gone = () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  };
  const aws = fakeAws({
    'ec2:DescribeRegions': described,
    'ec2:DescribeVolumes': gone,
    'sts:GetCallerIdentity': gone,
  });
  const paused = await startScan(scope(), options(store, aws));
  expect(paused).toMatchObject({ state: 'paused', pause: { code: 'network-unreachable' } });
  const back = fakeAws({ 'ec2:DescribeRegions': described, 'ec2:DescribeVolumes': volumePages(1, 1) });
  expect((await resumeScan(options(store, back))).state).toBe('complete');
  // Those that had failed before the scan paused are read as well.
  expect(count(store, 'snapshot_resource')).toBe(12);
  store.close();
}, 60_000);

test('an answer that is no AWS fails that read with what was wrong', async () => {
  const store = newStore();
  const aws = fakeAws({
    'ec2:DescribeVolumes': () => ({ Volumes: '<html>Welcome to the hotel network</html>' }),
  });
  expect((await startScan(scope(), options(store, aws))).state).toBe('complete');
  expect(coverageOf(store.db, 1).gaps).toMatchObject([{ outcome: 'failed' }]);
  expect(count(store, 'snapshot_resource')).toBe(0);
  store.close();
});

test('a service that says that there is none of it has answered', async () => {
  const store = newStore();
  const aws = fakeAws({
    's3:ListBuckets': () => ({
      Buckets: [
        { Name: 'a', BucketRegion: 'eu-west-1' },
        { Name: 'b', BucketRegion: 'us-east-1' },
      ],
    }),
    's3:GetBucketPolicy': (call) => {
      if (call.input.Bucket === 'a') throw sdkError('NoSuchBucketPolicy', 'none', 404);
      return { Policy: '{"Version":"2012-10-17","Statement":[]}' };
    },
  });
  await startScan(scope(), options(store, aws, { reads: [buckets, bucketPolicy] }));
  expect(coverageOf(store.db, 1).reads).toEqual({ planned: 3, ok: 3, failed: 0 });
  // A facet is asked in the bucket's own region.
  expect(
    aws.calls
      .filter((call) => call.operation === 'GetBucketPolicy')
      .map((call) => call.region)
      .sort(),
  ).toEqual(['eu-west-1', 'us-east-1']);
  store.close();
});

test('an account of the organization that refuses the role is named, and the others are scanned', async () => {
  const store = newStore();
  const sandbox = '999988887777';
  const aws = fakeAws(
    {
      'ec2:DescribeVolumes': volumePages(1, 3),
      'organizations:DescribeOrganization': () => ({ Organization: { MasterAccountId: ACCOUNT } }),
      'organizations:ListAccounts': () => ({
        Accounts: [
          { Id: ACCOUNT, Name: 'management', Status: 'ACTIVE' },
          { Id: '222233334444', Name: 'production', Status: 'ACTIVE' },
          { Id: sandbox, Name: 'sandbox', Status: 'ACTIVE' },
          { Id: '555566667777', Name: 'closed', Status: 'SUSPENDED' },
        ],
      }),
    },
    { [sandbox]: new FieldbookError('account-refused', 'sandbox refused the role', 'ask for it') },
  );
  const result = await startScan(scope({ organization: { roleName: 'Audit' } }), options(store, aws));
  expect(result.refused.map(({ account }) => account).sort()).toEqual(['555566667777', sandbox]);
  expect(count(store, 'snapshot_resource')).toBe(12);
  expect(aws.entered).toContainEqual({
    profile: 'client',
    assume: { account: '222233334444', roleArn: 'arn:aws:iam::222233334444:role/Audit' },
  });
  expect(
    coverageOf(store.db, 1)
      .gaps.map((gap) => gap.account)
      .sort(),
  ).toEqual(['555566667777', sandbox]);
  store.close();
});

test('a scan that was stopped can be ended, and a new one begun', async () => {
  const store = newStore();
  const abort = new AbortController();
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (nth === 3) abort.abort(new FieldbookError('cancelled', 'Stopped.', 'resume'));
      return volumePages(5, 2)(call, nth);
    },
  });
  expect((await thrownBy(() => startScan(scope(), options(store, aws, { signal: abort.signal })))).code).toBe(
    'cancelled',
  );
  expect((await thrownBy(() => startScan(scope(), options(store, aws)))).code).toBe('scan-running');
  cancelScan(store.db);
  expect(
    (await startScan(scope(), options(store, fakeAws({ 'ec2:DescribeVolumes': volumePages(1, 1) })))).state,
  ).toBe('complete');
  expect((await thrownBy(() => resumeScan(options(store, aws)))).code).toBe('nothing-to-resume');
  store.close();
});
