import { join } from 'node:path';
import { expect, test } from 'vitest';
import { volumes } from '../../../src/engine/collectors/ec2.ts';
import { roots } from '../../../src/engine/collectors/organizations.ts';
import { bucketPolicy, buckets } from '../../../src/engine/collectors/s3.ts';
import { coverageOf } from '../../../src/engine/snapshot/coverage.ts';
import { resumeScan, type ScanOptions, startScan } from '../../../src/engine/snapshot/scan.ts';
import { openStore, type Store } from '../../../src/engine/store/open.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { scopeSchema } from '../../../src/shared/model/scan.ts';
import { thrownBy } from '../../support/errors.ts';
import { ACCOUNT } from '../../support/estate.ts';
import { type FakeAws, fakeAws, sdkError, volumePages } from '../../support/fake-aws.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type Answer, type Asked, account, cloud, refuses, refusesEc2, says } from './cloud.ts';
import { engineOf, type Machine, machineAt, newEngagement } from './machine.ts';

const checks = ['ebs-gp2-to-gp3'];

/** Scans what answers there, and gives the state and, when it is complete, the gaps and the findings. */
async function scanned(on: Machine, scope: object = {}) {
  const running = engineOf(on);
  await newEngagement(running, on);
  const { client } = running;
  const { snapshot } = await client.scan.start({ scope: { profiles: ['acme'], checks, ...scope } });
  if (!snapshot.judged) return { ...running, snapshot, gaps: [], findings: [] };
  const { gaps } = await client.coverage.get({ snapshot: snapshot.id });
  const { findings } = await client.findings.page({ snapshot: snapshot.id, filter: {} });
  return { ...running, snapshot, gaps, findings };
}

const volumesSay = (answer: Answer, where: (asked: Asked) => boolean = () => true) =>
  account((asked) => (asked.operation === 'DescribeVolumes' && where(asked) ? answer : undefined));

test.each<[string, Answer]>([
  ['a page of HTML', says(200, '<html><body>Session over, sign in to the network</body></html>')],
  ['a page that is no XML', says(200, '<p>Session<br>over')],
  ['nothing', says(200, '')],
  ['an error in HTML', says(403, '<html>Blocked</html>')],
])(
  'a read that is answered with %s has failed, and is not taken for an empty account',
  async (_name, answer) => {
    const aws = await cloud(volumesSay(answer, ({ region }) => region === 'eu-west-1'));
    const { snapshot, gaps, findings, engine } = await scanned(machineAt(aws.url));
    expect(snapshot.state).toBe('complete');
    expect(gaps).toMatchObject([{ read: 'ec2:DescribeVolumes', regions: ['eu-west-1'], outcome: 'failed' }]);
    expect(gaps[0]!.message).not.toContain('\n');
    expect(findings.map((one) => [one.resource.region, one.status]).sort()).toEqual([
      ['eu-west-1', 'unknown'],
      ['us-east-1', 'fail'],
    ]);
    await engine.close();
  },
);

test('a service that is broken for a moment is asked again', async () => {
  let asked = 0;
  const aws = await cloud(
    account(({ operation }) =>
      operation === 'DescribeVolumes' && ++asked <= 2 ? says(503, '<html>Try later</html>') : undefined,
    ),
  );
  const { gaps, findings, engine } = await scanned(machineAt(aws.url));
  expect(gaps).toEqual([]);
  expect(findings).toHaveLength(2);
  await engine.close();
});

test('an account that names no region was not understood, and is not scanned as if it had none', async () => {
  const aws = await cloud(
    account(({ operation }) => (operation === 'DescribeRegions' ? says(200, '<html/>') : undefined)),
  );
  const on = machineAt(aws.url);
  const running = engineOf(on);
  await newEngagement(running, on);
  const error = await thrownBy(() => running.client.scan.start({ scope: { profiles: ['acme'], checks } }));
  expect(error.code).toBe('answer-unusable');
  expect((await running.client.scan.list({})).snapshots).toEqual([]);
  await running.engine.close();
});

test('when the network goes while the regions are asked for, that is what is said', async () => {
  const aws = await cloud(
    account(({ operation }) =>
      operation === 'DescribeRegions' ? (_asked, _response, request) => request.socket.destroy() : undefined,
    ),
  );
  const error = await thrownBy(() =>
    engineOf(machineAt(aws.url)).client.aws.plan({ scope: { profiles: ['acme'], checks } }),
  );
  expect(error.code).toBe('network-unreachable');
  expect(error.message).toContain('ECONNRESET');
});

test('a throttled start is no failed start', async () => {
  let asked = 0;
  const aws = await cloud(
    account(({ operation }) =>
      operation === 'DescribeRegions' && ++asked === 1
        ? refusesEc2(503, 'RequestLimitExceeded', 'Request limit exceeded.')
        : undefined,
    ),
  );
  const plan = await engineOf(machineAt(aws.url)).client.aws.plan({ scope: { profiles: ['acme'], checks } });
  expect(plan.accounts[0]!.regions).toEqual(['eu-west-1', 'us-east-1']);
});

test('a clock that goes wrong stops the scan with the reason, and nothing is lost', async () => {
  let wrong = true;
  const aws = await cloud(
    account((asked) =>
      wrong && asked.operation === 'DescribeVolumes' && asked.region === 'us-east-1'
        ? refusesEc2(403, 'RequestTimeTooSkewed', 'The difference between the clocks is too large.')
        : undefined,
    ),
  );
  const { client, snapshot, engine } = await scanned(machineAt(aws.url));
  expect(snapshot).toMatchObject({ state: 'paused', pause: { code: 'clock-skew' } });
  expect(snapshot.pause!.next).toContain('fieldbook resume');
  wrong = false;
  expect((await client.scan.resume({})).snapshot).toMatchObject({ state: 'complete', resources: 2 });
  await engine.close();
});

test('keys that run out in mid-scan stop it until they are renewed', async () => {
  let over = false;
  const aws = await cloud((asked, response, request) => {
    if (asked.operation === 'DescribeVolumes') over = true;
    const answer = over
      ? refuses(403, 'ExpiredToken', 'The security token included in the request is expired')
      : account();
    answer(asked, response, request);
  });
  const { client, snapshot, engine } = await scanned(machineAt(aws.url));
  expect(snapshot).toMatchObject({
    state: 'paused',
    pause: { code: 'sign-in-needed', accounts: ['111122223333'] },
  });
  const error = await thrownBy(() => client.scan.resume({}));
  expect(error.code).toBe('sign-in-needed');
  expect((await client.scan.list({})).snapshots[0]!.state).toBe('paused');
  await engine.close();
});

test('a region that is off but was named is said to be off, when the account hides its regions', async () => {
  const hides = refusesEc2(403, 'UnauthorizedOperation', 'You are not authorized to perform this operation.');
  const off = refusesEc2(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');
  const aws = await cloud(
    account(({ operation, region }) => {
      if (operation === 'DescribeRegions') return hides;
      return operation === 'DescribeVolumes' && region === 'me-south-1' ? off : undefined;
    }),
  );
  const { snapshot, gaps, engine } = await scanned(machineAt(aws.url), {
    regions: ['eu-west-1', 'me-south-1'],
  });
  expect(snapshot).toMatchObject({ state: 'complete', resources: 1 });
  expect(gaps).toMatchObject([{ regions: ['me-south-1'], outcome: 'region-off' }]);
  expect(gaps[0]!.message).toContain('The region me-south-1 refuses keys that work elsewhere');
  await engine.close();
});

test('a region that does not exist is told as one that is off', async () => {
  const aws = await cloud(account());
  const { gaps, engine } = await scanned(machineAt(aws.url), { regions: ['eu-west-1', 'eu-west-9'] });
  expect(gaps).toMatchObject([{ regions: ['eu-west-9'], outcome: 'region-off' }]);
  expect(aws.asked.filter(({ region }) => region === 'eu-west-9')).toEqual([]);
  await engine.close();
});

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
const scope = (over: object = {}) => scopeSchema.parse({ profiles: ['acme'], ...over });
const resources = (store: Store): number =>
  store.db.prepare<{ n: number }>('SELECT count(*) AS n FROM snapshot_resource').get()!.n;

test('a region that a firewall keeps out is named, and does not hold up the rest for ever', async () => {
  const store = newStore();
  const names = Array.from({ length: 12 }, (_, i) => `bucket-${i}`);
  const aws = fakeAws({
    's3:ListBuckets': () => ({ Buckets: names.map((Name) => ({ Name, BucketRegion: 'ap-east-1' })) }),
    's3:GetBucketPolicy': ({ region }) => {
      throw Object.assign(new Error(`connect ETIMEDOUT ${region}`), { code: 'ETIMEDOUT' });
    },
  });
  const result = await startScan(scope(), options(store, aws, { reads: [buckets, bucketPolicy] }));
  expect(result.state).toBe('complete');
  expect(coverageOf(store.db, 1)).toMatchObject({
    reads: { ok: 1, failed: 12 },
    gaps: [{ regions: ['ap-east-1'], outcome: 'unreachable' }],
  });
  expect(aws.calls.filter(({ operation }) => operation === 'GetCallerIdentity').length).toBeGreaterThan(0);
  store.close();
}, 30_000);

const twoAccounts = {
  'organizations:DescribeOrganization': () => ({ Organization: { MasterAccountId: ACCOUNT } }),
  'organizations:ListAccounts': () => ({
    Accounts: [
      { Id: ACCOUNT, Name: 'home', Status: 'ACTIVE' },
      { Id: '444455556666', Name: 'lab', Status: 'ACTIVE' },
    ],
  }),
};

test('an account that closes its role while the scan waits is named, and the others are finished', async () => {
  const store = newStore();
  const abort = new AbortController();
  const first = fakeAws({
    ...twoAccounts,
    'ec2:DescribeVolumes': (call, nth) => {
      if (nth === 2) abort.abort(new FieldbookError('cancelled', 'Stopped.', 'resume'));
      return volumePages(2, 3)(call, nth);
    },
  });
  const organization = { organization: { roleName: 'Audit' } };
  await thrownBy(() =>
    startScan(scope(organization), options(store, first, { signal: abort.signal, concurrency: 1 })),
  );
  const closed = new FieldbookError('account-refused', 'Account 444455556666 refused the role', 'ask', {
    cause: sdkError('AccessDenied', 'no role trust policy allows the sts:AssumeRole action', 403),
  });
  const second = fakeAws(
    { ...twoAccounts, 'ec2:DescribeVolumes': volumePages(2, 3) },
    { '444455556666': closed },
  );
  const result = await resumeScan(options(store, second));
  expect(result).toMatchObject({ state: 'complete', refused: [{ account: '444455556666' }] });
  expect(coverageOf(store.db, 1).gaps).toMatchObject([
    {
      account: '444455556666',
      outcome: 'denied',
      denial: 'resource-policy',
      permission: 'sts:AssumeRole',
    },
  ]);
  expect(resources(store)).toBe(12);
  store.close();
});

test('when the organization is hidden, the ledger says why its reads were not made', async () => {
  const store = newStore();
  const aws = fakeAws({
    'organizations:DescribeOrganization': () => {
      throw sdkError(
        'AccessDeniedException',
        'You do not have permission: not authorized to perform: organizations:DescribeOrganization because no identity-based policy allows it',
      );
    },
  });
  await startScan(scope(), options(store, aws, { reads: [roots] }));
  expect(coverageOf(store.db, 1).gaps).toMatchObject([
    {
      read: roots.id,
      outcome: 'denied',
      denial: 'identity-policy',
      permission: 'organizations:DescribeOrganization',
    },
  ]);
  store.close();
});

test('an account without an organization has nothing to hide', async () => {
  const store = newStore();
  await startScan(scope(), options(store, fakeAws({}), { reads: [roots, volumes] }));
  expect(coverageOf(store.db, 1).gaps).toEqual([]);
  store.close();
});
