import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { findingsByNumber, numbersOf } from '../../../src/engine/findings/read.ts';
import { reasonOf, titleOf } from '../../../src/engine/findings/words.ts';
import { Session } from '../../../src/engine/session.ts';
import { allTexts, loadTexts } from '../../../src/engine/texts.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import { listedStatuses, severities, statuses } from '../../../src/shared/model/finding.ts';
import { fromMicros } from '../../../src/shared/model/money.ts';
import { readCsv } from '../../support/csv.ts';
import { thrownBy } from '../../support/errors.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** One scan of the sample estate, looked at through the contract as windows and scripts do. */
let bench: Workbench;
let client: Client<Contract>;
let started: Awaited<ReturnType<Client<Contract>['scan']['start']>>;
beforeAll(async () => {
  bench = await workbench();
  client = bench.client;
  started = await client.scan.start({ scope: sampleScope('before') });
});
afterAll(() => bench.close());

type Finding = Awaited<ReturnType<Client<Contract>['findings']['page']>>['findings'][number];
type Query = Parameters<Client<Contract>['findings']['page']>[0];

/** All that match, window by window. */
async function all(query: Query = {}): Promise<Finding[]> {
  const found: Finding[] = [];
  for (;;) {
    const { total, findings } = await client.findings.page({ ...query, offset: found.length, limit: 1000 });
    found.push(...findings);
    if (found.length >= total) return found;
  }
}
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

test('the scan says which accounts it could not enter, and goes on', () => {
  expect(started.snapshot).toMatchObject({ state: 'complete', judged: true, pause: null });
  expect(started.snapshot.accounts).toHaveLength(6);
  expect(started.refused.map(({ account }) => account)).toEqual(['555566667777', '666677778888']);
});

describe('overview', () => {
  test('agrees with the lists that it sums up', async () => {
    const { snapshot, open, savings, scores, top } = await client.engagement.overview({});
    const fails = await all({ filter: { status: ['fail'] } });
    for (const severity of severities)
      expect(open[severity], severity).toBe(fails.filter((one) => one.severity === severity).length);
    const amounts = fails.flatMap(({ saving }) => saving ?? []);
    expect(savings!.counted).toBe(sum(amounts.filter((one) => one.counted).map((one) => one.monthly)));
    expect(savings!.advisory).toBe(sum(amounts.filter((one) => !one.counted).map((one) => one.monthly)));
    expect(savings!.counted).toBeGreaterThan(0);
    expect(scores!.overall.fail).toBe(fails.length);
    expect(top).toEqual(fails.slice(0, top.length));
    expect(snapshot!.resources).toBe((await client.resources.page({})).total);
    expect(snapshot!.calls).toBe(started.snapshot.calls);
  });

  test('of each resource at most one saving is counted', async () => {
    const counted = (await all({ filter: { saving: true } })).filter(({ saving }) => saving!.counted);
    const arns = counted.map(({ resource }) => resource.arn);
    expect(new Set(arns).size).toBe(arns.length);
  });

  test('scores: counts of the checks are those of the aspects', async () => {
    const { scores, checks: each } = await client.scores.get({});
    for (const { aspect, pass, fail, unknown } of scores.aspects) {
      const own = each.filter((one) => one.aspect === aspect).map(({ counts }) => counts);
      const of = (status: (typeof statuses)[number]) => sum(own.map((counts) => counts[status]));
      expect({ pass, fail, unknown }).toEqual({ pass: of('pass'), fail: of('fail'), unknown: of('unknown') });
    }
    expect(each.map(({ id }) => id).sort()).toEqual(checks.map(({ id }) => id).sort());
  });
});

describe('findings', () => {
  test('windows, facets and totals agree', async () => {
    const everything = await all();
    for (const by of ['status', 'aspect', 'account'] as const) {
      const { facets } = await client.findings.facets({ by });
      expect(sum(facets.map(({ count }) => count))).toBe(everything.length);
      for (const { value, count } of facets)
        expect((await client.findings.page({ filter: { [by]: [value] }, limit: 1 })).total).toBe(count);
    }
    const refs = everything.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('the dearest first, to the cent', async () => {
    const sort = { by: 'saving', direction: 'desc' } as const;
    const amounts = (await all({ sort, filter: { saving: true } })).map(({ saving }) => saving!.monthly);
    const cents = amounts.map((micros) => Math.round(micros / 10_000));
    expect(cents).toEqual(cents.toSorted((a, b) => b - a));
    expect(amounts.every((one) => one > 0)).toBe(true);
  });

  test('one is found by its number and by its reference, also as somebody types it', async () => {
    const [finding] = (
      await client.findings.page({ filter: { check: ['ebs-gp2-to-gp3'], status: ['fail'] } })
    ).findings;
    const detail = await client.findings.get({ finding: finding!.id });
    expect(detail).toMatchObject(finding!);
    expect(await client.findings.get({ finding: finding!.ref })).toEqual(detail);
    expect(await client.findings.get({ finding: ` ${finding!.ref.toLowerCase()} ` })).toEqual(detail);
    expect(detail).toMatchObject({
      references: ['WA:COST06-BP02'],
      reads: expect.arrayContaining(['ec2:DescribeVolumes']),
      missing: [],
      seen: { VolumeType: 'gp2' },
      cli: expect.stringContaining('aws ec2 modify-volume'),
      terraform: expect.stringContaining('gp3'),
    });
    expect(detail.steps.length).toBeGreaterThan(0);
  });

  test('one that is not there is refused with where to look', async () => {
    for (const finding of ['FB-00000-00000', 'no reference', 99_999_999, -1])
      expect(await thrownBy(() => client.findings.get({ finding }))).toMatchObject({
        code: 'finding-unknown',
        next: expect.stringContaining('fieldbook findings'),
      });
  });

  test('a mending as code is whole: made of what was seen, with <angle brackets> for the rest', async () => {
    const fails = await all({ filter: { status: ['fail'] } });
    const oneOfEach = new Map(fails.map((finding) => [finding.check, finding]));
    let commands = 0;
    for (const { id, check } of oneOfEach.values()) {
      const { cli, terraform } = await client.findings.get({ finding: id });
      for (const code of [cli, terraform]) {
        expect(code ?? '', check).not.toMatch(/undefined|\bnull\b|NaN|\[object|\{\{/);
        if (code !== null) expect(code.trim(), check).not.toBe('');
      }
      if (cli) commands++;
      if (cli) expect(cli, check).toMatch(/^(?:aws|kubectl|terraform|#) /);
    }
    expect(commands).toBeGreaterThan(20);
  });

  test('what is unknown names the read, its outcome and, where it was denied, the permission', async () => {
    const unknown = await all({ filter: { status: ['unknown'] } });
    expect(unknown.length).toBeGreaterThan(0);
    let permissions = 0;
    for (const { id } of unknown.slice(0, 100)) {
      const { missing, reason, cli } = await client.findings.get({ finding: id });
      expect(cli).toBeNull();
      for (const { read, outcome, permission } of missing) {
        expect(reason).toContain(read);
        expect(outcome).not.toBe('ok');
        expect(permission !== undefined).toBe(outcome === 'denied');
        if (permission) permissions++;
      }
    }
    expect(permissions).toBeGreaterThan(0);
  });

  test('a filter that the contract does not know is refused', async () => {
    const wrong = { filter: { severity: ['urgent'] } } as unknown as Query;
    expect(await thrownBy(() => client.findings.page(wrong))).toMatchObject({ code: 'bad-input' });
    expect(await thrownBy(() => client.findings.page({ limit: 100_000 }))).toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('resources', () => {
  test('counts, windows and totals agree', async () => {
    const { total } = await client.resources.page({ limit: 1 });
    for (const by of ['type', 'account', 'region'] as const) {
      const { counts } = await client.resources.counts({ by });
      expect(sum(counts.map(({ count }) => count))).toBe(total);
      const { value, count } = counts[0]!;
      expect((await client.resources.page({ filter: { [by]: [value] } })).total).toBe(count);
    }
    const first = await client.resources.page({ limit: 100 });
    const second = await client.resources.page({ limit: 50, offset: 50 });
    expect(first.resources.slice(50)).toEqual(second.resources);
  });

  test('one has its body and facets; another is unknown', async () => {
    const { resources } = await client.resources.page({ filter: { type: ['AWS::S3::Bucket'] }, limit: 1 });
    const found = await client.resources.get({ arn: resources[0]!.arn });
    const { failing, ...identity } = resources[0]!;
    expect(found.resource).toEqual(identity);
    expect(found.findings.filter(({ status }) => status === 'fail')).toHaveLength(failing);
    expect(found.body).toMatchObject({ Name: resources[0]!.name });
    expect(Object.keys(found.facets).length).toBeGreaterThan(3);
    expect(await thrownBy(() => client.resources.get({ arn: 'arn:aws:s3:::no-such' }))).toMatchObject({
      code: 'resource-unknown',
    });
  });

  test('a search takes its letters as they stand', async () => {
    const { total } = await client.resources.page({});
    const found = async (text: string) => (await client.resources.page({ filter: { text } })).total;
    expect(await found('portal')).toBeGreaterThan(0);
    expect(await found('PORTAL')).toBe(await found('portal'));
    expect(await found('%')).toBe(0);
    expect(await found('_')).toBeLessThan(total);
    expect(await found("'; DROP TABLE resource; --")).toBe(0);
    expect(await found('\\')).toBe(0);
  });
});

describe('coverage', () => {
  test('every planned read is read or a gap', async () => {
    const { reads, outcomes, gaps } = await client.coverage.get({});
    expect(reads.ok + reads.failed).toBe(reads.planned);
    expect(sum(outcomes.map((one) => one.reads))).toBe(reads.planned);
    expect(sum(gaps.map((one) => one.reads))).toBe(reads.failed);
    expect(reads.planned).toBe(started.snapshot.reads.planned);
  });

  test('gaps name the account, the reason, the permission and the checks that miss it', async () => {
    const { gaps } = await client.coverage.get({});
    expect(gaps).toContainEqual(
      expect.objectContaining({
        accountName: 'acme-data',
        read: 's3:GetBucketPolicy',
        outcome: 'denied',
        denial: 'service-control-policy',
        permission: 's3:GetBucketPolicy',
        checks: expect.arrayContaining(['s3-bucket-plain-http']),
      }),
    );
    const entering = gaps.filter(({ read }) => read === 'sts:AssumeRole');
    expect(entering.map(({ accountName }) => accountName).sort()).toEqual([
      'acme-hackathon-2023',
      'acme-sandbox',
    ]);
    for (const { checks: missing } of entering) expect(missing).toHaveLength(checks.length);
    for (const { read, checks: missing } of gaps) expect(missing, read).not.toEqual([]);
  });
});

describe('exports', () => {
  const exported = async (what: 'findings' | 'resources' | 'coverage' | 'calls', format: 'csv' | 'json') => {
    const path = join(bench.folder, `${what}.${format}`);
    const { rows } = await client.exchange.export({ what, format, path });
    const text = readFileSync(path, 'utf8');
    return { rows, text };
  };

  test.each(['findings', 'resources', 'coverage', 'calls'] as const)(
    '%s: CSV and JSON hold the same rows, none of them a formula',
    async (what) => {
      const csv = await exported(what, 'csv');
      const json = await exported(what, 'json');
      const cells = readCsv(csv.text);
      const rows = JSON.parse(json.text) as Record<string, unknown>[];
      expect([csv.rows, json.rows, cells.length]).toEqual([rows.length, rows.length, rows.length]);
      expect(rows.length).toBeGreaterThan(0);
      for (const [i, row] of rows.entries())
        for (const [column, value] of Object.entries(row)) {
          const cell = cells[i]![column]!;
          expect([String(value ?? ''), `'${value}`]).toContain(cell);
          if (typeof value === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
    },
  );

  test('findings: all that ask for attention, with the money of the overview', async () => {
    const rows = JSON.parse((await exported('findings', 'json')).text) as Record<string, string>[];
    const open = await all({ filter: { status: [...listedStatuses] } });
    expect(rows.map((row) => row.reference).sort()).toEqual(open.map(({ ref }) => ref).sort());
    const counted = rows.filter((row) => row.saving_counted === 'yes');
    const { savings } = await client.engagement.overview({});
    expect(sum(counted.map((row) => Number(row.saving_monthly)))).toBeCloseTo(
      fromMicros(savings!.counted),
      2,
    );
    expect(rows.find((row) => row.account === '222233334444')).toMatchObject({
      account_name: 'acme-production',
    });
  });

  test('calls: every one that was made, so that the client can hold it against CloudTrail', async () => {
    const { rows, text } = await exported('calls', 'json');
    expect(rows).toBe(started.snapshot.calls);
    const operations = new Set(
      (JSON.parse(text) as { operation: string }[]).map(({ operation }) => operation),
    );
    for (const operation of operations)
      expect(operation).toMatch(/^[\w-]+:(?:Get|List|Describe|Batch|Generate|Search)\w*$/);
  });

  test('to a place that cannot be written is refused and leaves nothing', async () => {
    const path = join(bench.folder, 'no', 'such', 'findings.csv');
    const refused = thrownBy(() => client.exchange.export({ what: 'findings', format: 'csv', path }));
    expect(await refused).toMatchObject({ code: 'folder-not-writable' });
  });
});

describe('in every language', () => {
  test('every verdict of every status has its sentence, with all of its values', () => {
    const session = Session.open({ path: bench.path, passphrase: PASSPHRASE, mode: 'read' });
    try {
      const verdicts = session.verdicts(session.snapshot(undefined).judgement);
      const findings = [
        ...findingsByNumber(session.db, verdicts, numbersOf(verdicts, statuses), session.checks),
      ];
      expect(findings.length).toBe(verdicts.size);
      for (const texts of allTexts())
        for (const finding of findings) {
          const sentence = reasonOf(finding, texts);
          const where = `${texts.language} ${finding.check.id} ${finding.verdict.reason}: ${sentence}`;
          expect(sentence, where).toMatch(/^[^{}]*\.$/);
          expect(sentence, where).not.toMatch(
            /undefined|NaN|Invalid Date|\[object|\bnull\b| {2}|\(\)| ,| \./,
          );
          expect(titleOf(finding.check.id, texts)).not.toBe('');
        }
    } finally {
      session.close();
    }
  });

  test('and every value that its text asks for was given', () => {
    const session = Session.open({ path: bench.path, passphrase: PASSPHRASE, mode: 'read' });
    try {
      const verdicts = session.verdicts(session.snapshot(undefined).judgement);
      const numbers = numbersOf(verdicts, statuses);
      const table = loadTexts('en').checks as Record<string, { reasons: Record<string, string> }>;
      for (const { check, verdict } of findingsByNumber(session.db, verdicts, numbers, session.checks)) {
        if (verdict.reason === 'unread') continue;
        const text = table[check.id]!.reasons[verdict.reason]!;
        const asked = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);
        const given = new Set(Object.keys(verdict.parameters ?? {}));
        expect(
          asked.filter((name) => !given.has(name)),
          `${check.id} ${verdict.reason}`,
        ).toEqual([]);
      }
    } finally {
      session.close();
    }
  });
});

test('the same file open for reading shows the same, and refuses to write', async () => {
  const reader = await workbench();
  try {
    await reader.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE, readonly: true });
    const [here, there] = await Promise.all([client.findings.page({}), reader.client.findings.page({})]);
    expect(there).toEqual(here);
    expect(
      await thrownBy(() => reader.client.engagement.setTagPolicy({ tagPolicy: { required: [] } })),
    ).toMatchObject({ code: 'read-only' });
    expect(await thrownBy(() => reader.client.scan.start({ scope: sampleScope('before') }))).toMatchObject({
      code: 'read-only',
    });
  } finally {
    await reader.close();
  }
});
