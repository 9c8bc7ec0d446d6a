import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, test as alone, beforeAll, describe, expect } from 'vitest';
import { type Machine, machine, type Ran } from '../../support/cli.ts';

/** Somebody who sees Fieldbook for the first time: the demo, and then a look around in what it left. */
/** All of them look and none writes, so they go side by side. */
const test = alone.concurrent;

let here: Machine;
let demo: Ran;
beforeAll(async () => {
  here = machine().with({ FIELDBOOK_PASSPHRASE: 'acme-health-sample' });
  demo = await here.run('demo', '-o', 'out');
}, 120_000);
afterAll(() => here.clean());

/** A terminal so many columns wide. */
const at = (columns: number) => here.with({ COLUMNS: String(columns) });
const linesOf = ({ stdout }: Ran) => stdout.split('\n');
const ok = async (ran: Promise<Ran>): Promise<Ran> => {
  const result = await ran;
  expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
  return result;
};

describe('demo', () => {
  test('goes from an empty folder to a diagnosis and a comparison', () => {
    expect(demo.code).toBe(0);
    const headings = ['Scores', 'Monthly saving', 'Open findings', 'Worst first', 'Coverage', 'Resolved'];
    for (const heading of [...headings, 'New and regressed, worst first', 'Where to go on'])
      expect(linesOf(demo)).toContain(heading);
    for (const report of ['diagnosis', 'recommendations', 'progress'])
      expect(
        readFileSync(join(here.folder, 'out', `${report}.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    expect(existsSync(join(here.folder, 'out', 'acme-health.fieldbook'))).toBe(true);
  });

  test('says what people know and decide comes to, as the engagement itself has it', async () => {
    const data = async (...args: string[]) => JSON.parse((await ok(here.run(...args, '--json'))).stdout);
    const file = ['--file', join('out', 'acme-health.fieldbook')];
    const [inUse, maturity, pieces, decisions, { actions }] = await Promise.all([
      data('checklists', ...file),
      data('maturity', ...file),
      data('evidence', ...file),
      data('decisions', ...file),
      data('recommendations', ...file),
    ]);
    const adopted: { horizon: string | null }[] = actions.filter(
      ({ state }: { state: string }) => state === 'adopted',
    );
    const planned = adopted.filter(({ horizon }) => horizon !== null && horizon !== 'done');
    const lines = linesOf(demo);
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Answered +\\d+ of ${inUse.total} questions in 5 checklists$`)),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^Maturity +\d+%, confidence \d/));
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Maturity +${Math.round(maturity.overall.score)}%, \\d+% before$`)),
    );
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^Evidence +${pieces.length} pieces$`)));
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(`^Recommendations +${adopted.length} adopted; ${planned.length} of them`),
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Decisions +${decisions.total}, which cover \\d+ findings$`)),
    );
  });

  test('tells what it is doing beside the data, in plain lines where there is no terminal', () => {
    for (const step of ['1  ', '2  ', '3  ', '4  ', '5  ', '6  '])
      expect(demo.stderr).toMatch(new RegExp(`^${step}`, 'm'));
    expect(demo.stderr).toMatch(/^Read [\d,]+ of [\d,]+ reads, \d+ resources, [\d,]+ calls\.$/m);
    expect(demo.stderr).toMatch(/^Wrote .*diagnosis\.pdf: \d+ pages/m);
    for (const text of [demo.stdout, demo.stderr]) {
      expect(text).not.toContain('\x1b');
      expect(text).not.toContain('\r');
      expect(text).not.toMatch(/[ \t]$/m);
    }
  });
});

describe('accounts go by their names', () => {
  test('in lists, in one finding and as a filter', async () => {
    const list = await ok(here.run('findings', '--account', 'acme-staging', '--limit', '3'));
    expect(list.stdout).toContain('acme-staging');
    expect(list.stdout).not.toMatch(/333344445555 /);
    const [reference] = /FB-\w{5}-\w{5}/.exec(list.stdout)!;
    const one = await ok(here.run('findings', reference));
    expect(one.stdout).toContain('acme-staging (333344445555)');
    for (const part of ['Resource', 'Read by', 'What to do', 'Evidence for'])
      expect(one.stdout).toContain(part);
    const byId = await ok(here.run('findings', '--account', '333344445555', '--limit', '3'));
    expect(byId.stdout).toBe(list.stdout);
  });

  test('and one that is not there is answered with those that are', async () => {
    const wrong = await here.run('findings', '--account', 'acme-prod');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('acme-production (222233334444)');
  });
});

describe('on a terminal of 80 columns', () => {
  test('findings take two lines, and none is longer than the terminal', async () => {
    const ran = await ok(at(80).run('findings', '--limit', '20'));
    for (const line of linesOf(ran)) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(linesOf(ran)[0]).toMatch(/^Reference\s+Severity\s+Finding\s+Saving\/month$/);
    const under = linesOf(ran).filter((line) => line.startsWith(' '.repeat(28)));
    expect(under.length).toBeGreaterThanOrEqual(20);
    expect(under).toContainEqual(
      expect.stringMatching(
        /^ {28}bastion · acme-management · us-east-1$|^ {28}sftp-gateway · acme-production · us-east-1$/,
      ),
    );
  });

  test('gaps of coverage are whole: which read, where, and why', async () => {
    const { stdout } = await ok(at(80).run('coverage'));
    for (const read of ['s3:GetBucketPolicy', 'sts:AssumeRole', 'kms:GetKeyPolicy'])
      expect(stdout).toContain(read);
    expect(stdout).toContain('a service control policy denies it');
    expect(stdout).not.toContain('…');
  });

  test('scores fit', async () => {
    const ran = await ok(at(80).run('scores'));
    const rows = linesOf(ran).filter((line) => /%/.test(line));
    expect(rows).toHaveLength(9);
    for (const line of rows) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('on a terminal of 160 columns', () => {
  test('a finding is one line, its title whole', async () => {
    const ran = await ok(at(160).run('findings', '--limit', '20'));
    expect(linesOf(ran).filter((line) => line.startsWith('FB-'))).toHaveLength(20);
    expect(linesOf(ran).filter((line) => line.startsWith(' '))).toEqual([]);
    for (const line of linesOf(ran)) expect(line.length).toBeLessThanOrEqual(160);
    expect(ran.stdout).toContain('Instance with an administration port on the internet');
    expect(linesOf(ran)[0]).toMatch(
      /Reference\s+Severity\s+Finding\s+Resource\s+Account\s+Region\s+Decision\s+Saving/,
    );
  });
});

describe('into a file or another program', () => {
  test('nothing is cut', async () => {
    const { stdout } = await ok(here.run('findings', '--limit', '1000'));
    expect(stdout).not.toContain('…');
    expect(stdout).toMatch(/^\d+ of \d+ findings\.$/m);
  });

  test('a status is named where they differ', async () => {
    const { stdout } = await ok(here.run('findings', '--status', 'fail,unknown', '--limit', '1000'));
    expect(stdout).toMatch(/^Reference +Severity +Status /);
  });
});

test('open shows where the engagement stands, and diff what was gained', async () => {
  const opened = await ok(here.run('open', join('out', 'acme-health.fieldbook')));
  expect(opened.stdout).toMatch(/^Acme Health, cloud assessment and roadmap\n/);
  expect(opened.stdout).toMatch(/Snapshot \w{8} of 2026-11-16: 6 accounts, \d+ resources/);
  const diff = await ok(here.run('diff', '--limit', '2'));
  expect(diff.stdout).toMatch(/^From 2026-09-07 \(\w{8}\) to 2026-11-16 \(\w{8}\)\n/);
  expect(diff.stdout).toMatch(/\d+ new, \d+ regressed, \d+ persisting, \d+ resolved/);
  expect(diff.stdout).toMatch(/^regressed +◆ critical /m);
});

test('resources are listed, counted, and shown one by one', async () => {
  const list = await ok(here.run('resources', '--type', 'AWS::S3::Bucket', '--text', 'claims'));
  expect(list.stdout).toMatch(/^Type +Name +Account +Region +ARN\n/);
  const arn = /arn:aws:s3:\S+/.exec(list.stdout)![0];
  expect(JSON.parse((await ok(here.run('resources', arn))).stdout)).toMatchObject({ resource: { arn } });
  const counts = await ok(here.run('resources', '--count', 'account'));
  expect(counts.stdout).toMatch(/^acme-production \(222233334444\) +\d+$/m);
  const both = await here.run('resources', '--count', 'type', '--account', 'acme-data');
  expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('cannot be used with') });
});

test('maturity stands beside its targets, now and as it was when a phase was closed', async () => {
  const now = await ok(here.run('maturity'));
  expect(now.stdout).toMatch(/^Networking +\S+ +\d+% +70% /m);
  const then = await ok(here.run('maturity', '--phase', '1'));
  const overall = ({ stdout }: Ran) => Number(/^Overall (\d+)%/m.exec(stdout)![1]);
  expect(overall(then)).toBeLessThan(overall(now));
  const open = await here.run('maturity', '--phase', '3');
  expect(open).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is not closed yet') });
});

describe('help', () => {
  test('names every command, the way to an engagement, and the exit codes', async () => {
    const { stdout } = await ok(here.run('--help'));
    for (const command of 'new open profiles plan scan resume findings resources coverage scores diff checklists maturity report checks policy export demo doctor'.split(
      ' ',
    ))
      expect(stdout, command).toMatch(new RegExp(`^  ${command} .*\\S`, 'm'));
    expect(stdout).toContain('FIELDBOOK_PASSPHRASE');
    expect(stdout).toMatch(/^ {2}130 cancelled$/m);
    expect(stdout).not.toMatch(/[!]/);
  });

  test('of a command says what each option is for', async () => {
    const { stdout } = await ok(here.run('scan', '--help'));
    for (const option of stdout.matchAll(/^ {2}(-.*)$/gm)) expect(option[1]).toMatch(/^\S.* {2,}\S|>$/);
    expect(stdout).toContain('sample:before');
  });

  test('of nothing is the help', async () => {
    const ran = await here.run();
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('Usage: fieldbook');
  });
});

test('checks explain themselves, without an engagement', async () => {
  const one = await ok(here.run('checks', 'ebs-gp2-to-gp3'));
  for (const part of [
    'gp2 volume that is cheaper as gp3',
    'AWS::EC2::Volume',
    'ec2:DescribeVolumes',
    'WA:COST06-BP02',
  ])
    expect(one.stdout).toContain(part);
  const narrow = await ok(at(80).run('checks', '--aspect', 'networking'));
  for (const line of linesOf(narrow)) expect(line.length, line).toBeLessThanOrEqual(80);
});
