import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { type Judged, judge } from '../../../src/engine/checks/judge.ts';
import { reads } from '../../../src/engine/collectors/index.ts';
import { sampleEstate } from '../../../src/engine/sample/index.ts';
import { prices } from '../../support/estate.ts';
import { sampleTagPolicy } from '../../support/sample.ts';
import { type Scanned, scan } from './scan.ts';

const states = ['before', 'after'] as const;
const scanned = {} as Record<(typeof states)[number], Scanned>;
const judged = {} as Record<(typeof states)[number], Judged[]>;

beforeAll(async () => {
  for (const state of states) {
    scanned[state] = await scan(sampleEstate({ state }), reads);
    judged[state] = [...judge({ source: scanned[state].source, checks, prices, tagPolicy: sampleTagPolicy })];
  }
});

test('the states are of fixed moments, ten weeks apart', () => {
  expect(sampleEstate({ state: 'before' }).takenAt.toISOString()).toBe('2026-09-07T08:00:00.000Z');
  expect(sampleEstate({ state: 'after' }).takenAt.toISOString()).toBe('2026-11-16T08:00:00.000Z');
});

test.each(states)('two scans of the estate %s differ in nothing', async (state) => {
  // Two fresh ones: judging leaves the tags that it made of a body with the resource.
  const [one, other] = [
    await scan(sampleEstate({ state }), reads),
    await scan(sampleEstate({ state }), reads),
  ];
  expect(other.resources).toEqual(one.resources);
  expect(other.failures).toEqual(one.failures);
});

/** Checks of which the estate shows one side only, and why. */
const oneSided: Record<string, string> = {
  'ebs-io1-to-gp3': 'io1 is hardly ever the cheaper one',
  'eks-cluster-without-nodes': 'a person has to say whether nodes come from elsewhere',
  'eks-secrets-encryption': 'versions that do not encrypt by themselves cannot be run any more',
  'organizations-account-standalone': 'all accounts are in the organization',
  'organizations-all-features': 'there is one organization',
  'organizations-management-workloads': 'there is one management account',
  'organizations-no-units': 'there is one organization',
};

test('every check passes one resource and fails another before', () => {
  const seen = (id: string, status: string) =>
    judged.before.some(({ check, verdict }) => check.id === id && verdict.status === status);
  const missing = checks.flatMap(({ id }) =>
    id in oneSided
      ? []
      : (['pass', 'fail'] as const)
          .filter((status) => !seen(id, status))
          .map((status) => `${id}: no ${status}`),
  );
  expect(missing).toEqual([]);
});

test('no check is called one-sided that does not exist', () => {
  const ids = new Set(checks.map(({ id }) => id));
  expect(Object.keys(oneSided).filter((id) => !ids.has(id))).toEqual([]);
});

describe('after the implementation', () => {
  const failed = (state: (typeof states)[number]) =>
    judged[state].filter(({ verdict }) => verdict.status === 'fail');
  const worst = (state: (typeof states)[number]) =>
    failed(state).filter(({ check, verdict }) => (verdict.severity ?? check.severity) === 'critical');

  test('less than half of the findings are left, and few of the critical ones', () => {
    expect(failed('after').length).toBeLessThan(failed('before').length / 2);
    expect(worst('before').length).toBeGreaterThan(10);
    expect(worst('after').length).toBeLessThanOrEqual(4);
    expect(worst('after').length).toBeGreaterThan(0);
  });

  test('one resource got worse, and new ones brought new mistakes', () => {
    const key = ({ check, subject }: Judged) => `${check.id} ${subject.arn}`;
    const passed = new Set(judged.before.filter(({ verdict }) => verdict.status === 'pass').map(key));
    const known = new Set(scanned.before.resources.map(({ arn }) => arn));
    const regressed = failed('after').filter((one) => passed.has(key(one)));
    expect(new Set(regressed.map(({ subject }) => subject.name))).toEqual(new Set(['sftp-gateway']));
    expect(failed('after').filter(({ subject }) => !known.has(subject.arn)).length).toBeGreaterThan(10);
  });

  test('the saving that is left is a fraction of what it was', () => {
    const saved = (state: (typeof states)[number]) =>
      failed(state).reduce(
        (sum, { verdict }) => sum + (verdict.saving?.kind === 'counted' ? verdict.saving.monthly : 0),
        0,
      );
    expect(saved('before')).toBeGreaterThan(1_000_000_000);
    expect(saved('after')).toBeLessThan(saved('before') / 4);
  });
});

describe('refused on purpose', () => {
  const refused = (state: (typeof states)[number]) =>
    scanned[state].failures.map(
      ({ read, account, failure }) => `${read} in ${account}: ${failure.denial ?? failure.outcome}`,
    );

  test('before: by every kind of policy once', () => {
    expect(new Set(refused('before'))).toEqual(
      new Set([
        's3:GetBucketPolicy in 444455556666: service-control-policy',
        'kms:GetKeyPolicy in 222233334444: resource-policy',
        'dynamodb:DescribeContinuousBackups in 333344445555: identity-policy',
        'lambda:GetPolicy in 444455556666: permissions-boundary',
        'iam:GetCredentialReport in 333344445555: failed',
        'eks:ListClusters in 444455556666: not-offered',
        'eks:DescribeClusterVersions in 444455556666: not-offered',
      ]),
    );
  });

  test('after: fewer, and still some', () => {
    expect(scanned.after.failures.length).toBeLessThan(scanned.before.failures.length);
    expect(new Set(refused('after'))).toContain('s3:GetBucketPolicy in 444455556666: service-control-policy');
    expect(new Set(refused('after'))).not.toContain(
      'dynamodb:DescribeContinuousBackups in 333344445555: identity-policy',
    );
  });

  test('the forgotten sandbox lets nobody in', async () => {
    const estate = sampleEstate({ state: 'before' });
    const sandbox = estate.accounts.find(({ name }) => name === 'acme-sandbox')!;
    expect(sandbox.refuses).toBe(true);
    await expect(estate.enter(sandbox.id)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: sts:AssumeRole on resource:'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(estate.enter('222233334444')).resolves.toBeUndefined();
    await expect(
      estate.gateway.enter(
        { profile: 'sample:before', assume: { account: sandbox.id, roleArn: sandbox.role } },
        new AbortController().signal,
      ),
    ).rejects.toMatchObject({ code: 'account-refused' });
  });
});
