import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Machine, machine, PASSPHRASE, type Ran } from '../../support/cli.ts';
import { readCsv } from '../../support/csv.ts';

/** A script on a machine without AWS and without a terminal: every command with --json, and every exit code. */
let here: Machine;
let made: Ran;
let scanned: Ran;
const scope = ['-p', 'sample:before', '--organization', '--regions', 'us-east-1'];
const some = ['--checks', 'ebs-gp2-to-gp3,ebs-volume-unattached,s3-bucket-plain-http,vpc-flow-logs'];

beforeAll(async () => {
  here = machine();
  made = await here.run(
    ...['new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind', '--json'],
    ...['--scope', 'phase 1', '--tag', 'owner', '--tag', 'env=prod,staging'],
  );
  scanned = await here.run('scan', ...scope, ...some, '--json');
  expect((await here.run('scan', ...scope.with(1, 'sample:after'), ...some)).code).toBe(0);
}, 60_000);
afterAll(() => here.clean());

/** What a command says as JSON: on stdout that and nothing else, on stderr nothing. */
async function json<T = never>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await here.run(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

describe('every command gives its data as JSON', () => {
  test('new', () => {
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toMatchObject({
      client: 'Acme',
      scope: 'phase 1',
      language: 'en',
      readonly: false,
      tagPolicy: {
        required: [
          { key: 'owner', values: [] },
          { key: 'env', values: ['prod', 'staging'] },
        ],
      },
    });
    expect(made.stdout).not.toContain(PASSPHRASE);
  });

  test('scan, with its progress beside it', () => {
    expect(scanned.code).toBe(0);
    const { snapshot, refused } = JSON.parse(scanned.stdout);
    expect(snapshot).toMatchObject({ state: 'complete', judged: true });
    expect(refused).toHaveLength(2);
    expect(scanned.stderr).toMatch(/^Read \d+ of \d+ reads/m);
  });

  test.concurrent('open, scores and coverage', async () => {
    const overview = await json<{ engagement: { client: string }; snapshot: { judged: boolean } }>('open');
    expect(overview).toMatchObject({ engagement: { client: 'Acme' }, snapshot: { judged: true } });
    const { scores } = await json<{ scores: { aspects: unknown[] } }>('scores');
    expect(scores.aspects).toHaveLength(8);
    const { reads } = await json<{ reads: { planned: number; ok: number } }>('coverage');
    expect(reads.ok).toBeGreaterThan(0);
  });

  test.concurrent('findings, and one of them', async () => {
    type Page = { total: number; findings: { ref: string; saving: { monthly: number } }[] };
    const page = await json<Page>('findings', '--saving', '--sort', 'saving', '--limit', '5');
    const amounts = page.findings.map(({ saving }) => saving.monthly);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    const { ref } = page.findings[0]!;
    expect(await json('findings', ref)).toMatchObject({ ref, steps: expect.any(Array) });
    const next = await json<Page>(
      'findings',
      '--saving',
      '--sort',
      'saving',
      '--offset',
      '1',
      '--limit',
      '4',
    );
    expect(next.findings.map((one) => one.ref)).toEqual(page.findings.slice(1).map((one) => one.ref));
  });

  test.concurrent('resources, their counts, and one of them', async () => {
    const { resources } = await json<{ resources: { arn: string; name: string; failing: number }[] }>(
      'resources',
      '--limit',
      '2',
    );
    expect(resources).toHaveLength(2);
    const { arn, name } = resources[0]!;
    expect(await json('resources', arn)).toMatchObject({ resource: { arn, name } });
    expect(await json('resources', '--count', 'type')).toContainEqual({
      value: 'AWS::EC2::Volume',
      count: expect.any(Number),
    });
  });

  test.concurrent('diff', async () => {
    const { findings } = await json<{ findings: Record<string, number> }>('diff');
    expect(findings.resolved! + findings['no-longer-applicable']!).toBeGreaterThan(0);
  });

  test.concurrent('profiles, plan and policy', async () => {
    const profiles = await json<{ name: string }[]>('profiles');
    expect(profiles.map(({ name }) => name)).toEqual(['sample:before', 'sample:after']);
    expect(await json('profiles', '--who', 'sample:before')).toMatchObject({ account: '111122223333' });
    const plan = await json<{ calls: number; paid: unknown[] }>('plan', ...scope, ...some);
    expect(plan).toMatchObject({ calls: expect.any(Number), paid: [] });
    type Policy = { Version: string; Statement: { Effect: string; Action: string[] }[] };
    const { policies, actions } = await json<{ policies: Policy[]; actions: string[] }>('policy');
    expect(policies.every(({ Version }) => Version === '2012-10-17')).toBe(true);
    const allowed = policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    expect(allowed).toEqual(expect.arrayContaining(['ec2:DescribeVolumes', 's3:GetBucketPolicy']));
    expect(actions.join(' ')).not.toMatch(/:(?:Put|Create|Delete|Update|Modify|\*)/);
    const text = await here.run('policy', '--checks', 'ebs-gp2-to-gp3');
    expect(JSON.parse(text.stdout)).toMatchObject({ Version: '2012-10-17' });
  });

  test.concurrent('checks, and one of them', async () => {
    const checks = await json<{ id: string }[]>('checks', '--aspect', 'dimension');
    expect(checks.length).toBeGreaterThanOrEqual(4);
    expect(await json('checks', 'vpc-flow-logs')).toMatchObject({ id: 'vpc-flow-logs' });
  });

  test.concurrent('export', async () => {
    const { path, rows } = await json<{ path: string; rows: number }>('export', 'findings', '-o', 'open.csv');
    expect(path).toBe(join(here.folder, 'open.csv'));
    expect(readCsv(readFileSync(path, 'utf8'))).toHaveLength(rows);
    expect(await json('export', 'coverage', '--format', 'json')).toMatchObject({
      path: join(here.folder, 'coverage.json'),
    });
    const calls = JSON.parse(readFileSync(join(here.folder, 'coverage.json'), 'utf8'));
    expect(calls.length).toBeGreaterThan(0);
  });

  test('report, before and after it is made, in another language', async () => {
    const notes = await json<{ blocks: boolean }[]>('report', '--preflight');
    expect(notes.some(({ blocks }) => blocks)).toBe(false);
    const ran = await here.run('report', '-o', 'diagnóstico.pdf', '--language', 'es', '--json');
    expect(ran.code).toBe(0);
    const report = JSON.parse(ran.stdout);
    expect(statSync(join(here.folder, 'diagnóstico.pdf')).size).toBe(report.bytes);
    expect(report).toMatchObject({
      pages: expect.any(Number),
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    });
  });

  test.concurrent('doctor, that reads the file named to it', async () => {
    const ran = await here.run('doctor', '--file', 'acme.fieldbook', '--json');
    // There are no AWS files on this machine.
    expect(ran.code).toBe(6);
    const findings = JSON.parse(ran.stdout) as { ok: boolean; what: string; next: string | null }[];
    expect(findings.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(findings.at(-1)!.what).toMatch(/acme\.fieldbook is sound/);
    for (const { ok, next } of findings) expect(next === null).toBe(ok);
  });
});

describe('what goes wrong is said on stderr with what to do, and by the exit code', () => {
  type Refusal = [what: string, args: string[], code: number, words: RegExp];
  const refuses = async (...[, args, code, words]: Refusal) => {
    const ran = await here.run(...args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toMatch(/ {4}at |node:internal|\.ts:\d/);
    expect(ran.stderr.trim().split('\n').length).toBeGreaterThan(1);
  };

  test.concurrent.each<Refusal>([
    ['an unknown command', ['scna'], 2, /unknown command/],
    ['an unknown option', ['findings', '--colour'], 2, /unknown option/],
    ['a number that is none', ['findings', '--limit', 'ten'], 2, /'ten' is no whole number/],
    ['a severity that is none', ['findings', '--severity', 'urgent'], 2, /critical, high, medium, low/],
    ['an argument that is missing', ['new', 'x'], 2, /--client/],
    ['an unknown finding', ['findings', 'FB-00000-00000'], 2, /fieldbook findings/],
    ['an unknown resource', ['resources', 'arn:aws:s3:::none'], 2, /fieldbook resources/],
    ['an unknown check', ['checks', 'no-such-check'], 2, /fieldbook checks/],
    ['an unknown snapshot', ['scores', '--snapshot', 'ffffffff'], 2, /Choose one of/],
    ['a region that is none', ['plan', '-p', 'sample:before', '--regions', 'mars'], 2, /us-east-1/],
    ['accounts of no organization', ['scan', '--accounts', '111122223333'], 2, /--organization/],
    [
      'a file that exists',
      ['new', 'acme.fieldbook', '--client', 'A', '--consultant', 'B'],
      2,
      /exists already/,
    ],
    ['a file that is not there', ['open', 'none.fieldbook'], 3, /There is no file/],
    ['no rights to the place', ['export', 'calls', '-o', 'no/such/calls.csv'], 3, /folder that exists/],
  ])('%s', refuses);

  // These open the engagement for writing, which one process does at a time.
  test.each<Refusal>([
    ['nothing to resume', ['resume'], 2, /fieldbook scan/],
    ['a profile that is not there', ['scan', '-p', 'nobody'], 4, /profile|AWS/],
    ['a logo that is none', ['report', '--client-logo', 'acme.fieldbook'], 2, /SVG, PNG or JPEG/],
    [
      'an earlier side that is not there',
      ['report', '--kind', 'progress', '--from', 'none'],
      2,
      /Choose one of/,
    ],
  ])('%s', refuses);

  test.concurrent.each([
    ['an id', ['report', '--kind', 'progress', '--from', ''], '--from'],
    ['an id after =', ['scores', '--snapshot='], '--snapshot'],
    ['what is shown', ['findings', ''], 'reference'],
    ['a side of a comparison', ['diff', ''], 'before'],
    ['a phase', ['phases', 'close', ''], 'name'],
    ['one of several', ['decisions', '--lift', ''], '--lift'],
    ['a list', ['recommendations', '--adopt', ', ,'], '--adopt'],
    ['a number', ['resources', '--limit', ' '], '--limit'],
    ['a file', ['report', '-o', ''], '--out'],
    ['what is needed', ['new', 'x.fieldbook', '--client', '', '--consultant', 'B'], '--client'],
    ['a reason', ['recommendations', '--dismiss', 'one', '--reason', ''], '--reason'],
    ['the engagement', ['--file', '', 'scores'], '--file'],
  ])('%s that is empty is not taken for one that was left out', async (_, args, name) => {
    const ran = await here.run(...args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`Nothing is given as ${name}: its value is empty.\nWrite its value`);
  });

  test.concurrent('a text may be empty', async () => {
    const all = await json<{ total: number }>('findings');
    expect(await json<{ total: number }>('findings', '--text', '')).toMatchObject({ total: all.total });
  });

  test('no engagement at all', async () => {
    const empty = here.with({ FIELDBOOK_HOME: join(here.folder, 'empty') });
    const ran = await empty.run('findings');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/--file.*fieldbook new/);
  });

  test('a weak passphrase makes no file', async () => {
    const weak = here.with({ FIELDBOOK_PASSPHRASE: 'short' });
    const ran = await weak.run('new', 'weak.fieldbook', '--client', 'A', '--consultant', 'B');
    expect(ran.code).toBe(2);
    expect(existsSync(join(here.folder, 'weak.fieldbook'))).toBe(false);
  });
});

describe('the passphrase', () => {
  test('comes from the first line of a file, which may have a second one', async () => {
    writeFileSync(join(here.folder, 'secret'), `${PASSPHRASE}\r\nnot this\n`);
    const bare = here.with({ FIELDBOOK_PASSPHRASE: undefined });
    const ran = await bare.run('scores', '--passphrase-file', 'secret', '--json');
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const none = await bare.run('scores', '--passphrase-file', 'no-such-file');
    expect(none.code).toBe(3);
  });
});

test('reading takes no write: an engagement on a stick may be read-only', async () => {
  const before = statSync(join(here.folder, 'acme.fieldbook')).mtimeMs;
  const page = await json<{ total: number }>('findings', '--read-only');
  expect(page.total).toBeGreaterThan(0);
  expect(statSync(join(here.folder, 'acme.fieldbook')).mtimeMs).toBe(before);
});
