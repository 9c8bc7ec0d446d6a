import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FindingView } from '../../../src/shared/model/finding-query.ts';
import { thrownBy } from '../../support/errors.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** What somebody does on the page of findings, asked through the contract. */
let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  for (const state of ['before', 'after'] as const)
    await bench.client.scan.start({ scope: sampleScope(state) });
});
afterAll(() => bench.close());

const failing = { status: ['fail' as const] };

test('a part of a title finds the findings of the checks that bear it', async () => {
  const { client } = bench;
  const where = {
    property: 'text' as const,
    operator: 'contains' as const,
    values: ['VOLUME that is cheaper as gp3'],
  };
  const { findings, total } = await client.findings.page({ filter: { where } });
  expect(total).toBeGreaterThan(0);
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['ebs-gp2-to-gp3', 'ebs-io1-to-gp3']));
});

test('groups carry names, counts and money, and the open one its findings', async () => {
  const { client } = bench;
  const sort = { by: 'saving', direction: 'desc' } as const;
  const closed = await client.findings.grouped({
    filter: failing,
    sort,
    limit: 1000,
    group: { by: 'check', open: [] },
  });
  const groups = closed.rows.filter((row) => row.kind === 'group');
  expect(groups).toHaveLength(closed.total);
  const { savings } = await client.scores.get({});
  expect(groups.reduce((sum, { counted }) => sum + counted, 0)).toBe(savings.counted);
  const [dearest] = groups;
  expect(dearest!.detail).toBe(dearest!.value);
  const open = await client.findings.grouped({
    filter: failing,
    sort,
    group: { by: 'check', open: [dearest!.value] },
  });
  expect(open.total).toBe(closed.total + dearest!.count);
  expect(open.rows[0]).toMatchObject({ kind: 'group', open: true });
  expect(open.rows[1]).toMatchObject({ kind: 'finding', check: dearest!.value, title: dearest!.label });

  const { rows } = await client.findings.grouped({ filter: failing, group: { by: 'account', open: [] } });
  expect(rows.map((row) => row.kind === 'group' && row.label)).toContain('acme-production');
});

test('a finding knows what each judged snapshot said of it', async () => {
  const { client } = bench;
  const { before, after } = await client.compare.summary({});
  const first = async (change: 'resolved' | 'new') =>
    (await client.compare.findings({ filter: { change: [change] }, limit: 1 })).rows[0]!.finding;
  const resolved = await first('resolved');
  const { history } = await client.findings.history({ snapshot: before.id, finding: resolved.ref });
  expect(history.map(({ snapshot }) => snapshot)).toEqual([before.id, after.id]);
  expect(history[0]).toMatchObject({ status: 'fail', severity: resolved.severity });
  expect(history[1]!.status === null || history[1]!.status === 'pass').toBe(true);

  const fresh = await first('new');
  const { history: young } = await client.findings.history({ finding: fresh.id });
  expect(young.at(-1)).toMatchObject({ snapshot: after.id, status: 'fail' });
  expect(young[0]!.status).not.toBe('fail');
});

test('a finding of a resource with a page in the console leads there', async () => {
  const { client } = bench;
  const { findings } = await client.findings.page({ filter: { check: ['ebs-gp2-to-gp3'], ...failing } });
  const detail = await client.findings.get({ finding: findings[0]!.ref });
  expect(detail.consoleUrl).toContain('VolumeDetails:volumeId=vol-');
  expect(detail).toMatchObject({ id: findings[0]!.id, version: expect.any(Number) });
});

test('the chosen findings are copied as Markdown and written as a table, in the order shown', async () => {
  const { client, folder } = bench;
  const sort = { by: 'saving', direction: 'desc' } as const;
  const { findings } = await client.findings.page({ filter: failing, sort, limit: 3 });
  const only = [findings[2]!.id, findings[0]!.id];
  const choice = { filter: failing, only };
  const { text, findings: copied } = await client.findings.markdown({ choice, sort });
  expect(copied).toBe(2);
  expect(text.indexOf(findings[0]!.ref)).toBeLessThan(text.indexOf(findings[2]!.ref));
  expect(text).not.toContain(findings[1]!.ref);
  expect(text).toMatch(/^### /);

  const path = join(folder, 'chosen.json');
  const written = await client.exchange.export({
    what: 'findings',
    findings: { choice, sort },
    format: 'json',
    path,
  });
  expect(written.rows).toBe(2);
  const rows = JSON.parse(readFileSync(path, 'utf8')) as { reference: string }[];
  expect(rows.map(({ reference }) => reference)).toEqual([findings[0]!.ref, findings[2]!.ref]);

  const { total } = await client.findings.page({ filter: failing });
  const rest = { filter: failing, except: only };
  expect(
    (
      await client.exchange.export({
        what: 'findings',
        findings: { choice: rest, sort },
        format: 'csv',
        path,
      })
    ).rows,
  ).toBe(total - 2);
});

test('a view is kept in the engagement under its name, until it is deleted', async () => {
  const { client, path } = bench;
  const view: FindingView = {
    filter: [{ property: 'severity', operator: 'at-least', values: ['high'] }],
    sort: { by: 'saving', direction: 'desc' },
    group: 'account',
  };
  await client.findings.saveView({ name: 'Worst first', view: { ...view, group: null } });
  const saved = await client.findings.saveView({ name: 'Worst first', view });
  await client.engagement.close({});
  await client.engagement.open({ path, passphrase: PASSPHRASE, readonly: true });
  expect((await client.findings.views({})).views).toEqual([saved]);
  expect((await thrownBy(() => client.findings.deleteView({ id: saved.id }))).code).toBe('read-only');
  await client.engagement.open({ path, passphrase: PASSPHRASE });
  await client.findings.deleteView({ id: saved.id });
  expect((await client.findings.views({})).views).toEqual([]);
});
