import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfText } from '../../src/engine/reports/pdf-text.ts';
import { thrownBy } from '../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
});
afterAll(() => bench.close());

async function bytesOf(preview: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const { base64, next } = await bench.client.reports.previewBytes({ preview, offset });
    parts.push(Buffer.from(base64, 'base64'));
    offset = next;
  }
  return Buffer.concat(parts);
}

const textOf = (pdf: Uint8Array, page: number) => pdfText(pdf)[page]!.pieces.join(' ');

test('what was looked at is what is saved, byte for byte, and is noted with its hash', async () => {
  const { reports } = bench.client;
  const made = await reports.preview({ language: 'es' });
  expect(made.suggested).toMatch(/Acme Health – diagnóstico \d{4}-\d{2}-\d{2}\.pdf$/);
  const seen = await bytesOf(made.preview);
  expect(seen.length).toBe(made.bytes);
  expect(createHash('sha256').update(seen).digest('hex')).toBe(made.sha256);
  expect(pdfText(seen)).toHaveLength(made.pages);

  const path = join(bench.folder, 'diagnosis.pdf');
  const saved = await reports.save({ preview: made.preview, path });
  expect(saved).toEqual({ path, pages: made.pages, bytes: made.bytes, sha256: made.sha256 });
  expect(readFileSync(path).equals(seen)).toBe(true);
  expect((await bench.client.workspace.get({})).preferences.reportFolder).toBe(bench.folder);

  const { total, reports: list } = await reports.list({});
  expect(total).toBe(1);
  expect(list[0]).toMatchObject({
    kind: 'diagnosis',
    language: 'es',
    path,
    pages: made.pages,
    sha256: made.sha256,
    file: 'unchanged',
    deliveries: [],
  });
});

test('a file that was touched or taken away since is told apart', async () => {
  const { reports } = bench.client;
  const fileOf = async () => (await reports.list({})).reports[0]!;
  const { path } = await fileOf();
  appendFileSync(path, ' ');
  expect((await fileOf()).file).toBe('changed');
  rmSync(path);
  expect((await fileOf()).file).toBe('missing');
});

test('a delivery is noted with its day, and can be taken back', async () => {
  const { reports } = bench.client;
  const [report] = (await reports.list({})).reports;
  const { delivery } = await reports.deliver({ report: report!.id, to: 'CTO of Acme', at: '2026-11-25' });
  expect((await reports.list({})).reports[0]!.deliveries).toEqual([
    { id: delivery, to: 'CTO of Acme', at: '2026-11-25' },
  ]);
  await reports.withdrawDelivery({ delivery });
  expect((await reports.list({})).reports[0]!.deliveries).toEqual([]);
  const unknown = await thrownBy(() => reports.deliver({ report: 'none', to: 'x', at: '2026-11-25' }));
  expect(unknown.code).toBe('report-unknown');
});

test('reports take their branding from the workspace and from the client’s file', async () => {
  const { reports, workspace, engagement } = bench.client;
  await workspace.setBranding({
    branding: {
      name: 'Northwind Cloud',
      footer: 'northwind.example',
      accent: '#7a1f5c',
      titleFont: 'source-serif',
    },
  });
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M1 2h3v4z" fill="#102030"/></svg>';
  await engagement.setLogo({ base64: Buffer.from(logo).toString('base64') });
  const made = await reports.preview({});
  const pdf = await bytesOf(made.preview);
  expect(textOf(pdf, 0)).toContain('Northwind Cloud');
  expect(textOf(pdf, 0)).toContain('Northwind DevOps');
  expect(textOf(pdf, 2)).toContain('northwind.example');
  expect(pdf.toString('latin1')).toMatch(/SourceSerif/);
  await reports.dropPreview({ preview: made.preview });
  expect((await thrownBy(() => bytesOf(made.preview))).code).toBe('report-unknown');
});

test('what pre-flight finds leads to where it can be looked into', async () => {
  const { notes } = await bench.client.reports.preflight({});
  const go = Object.fromEntries(notes.map((note) => [note.code, note.go]));
  expect(go['reads-failed']).toEqual({ path: '/coverage', search: {} });
  expect(go['findings-unknown']).toEqual({
    path: '/findings',
    search: { filter: [{ property: 'status', operator: 'is', values: ['unknown'] }] },
  });
  expect(go['scope-empty']).toEqual({ path: '/settings', search: { section: 'engagement' } });
  expect(go['judgement-stale']).toBeUndefined();
});

test('a change of the rules after judging is told before the report is made', async () => {
  await bench.client.engagement.setTagPolicy({
    tagPolicy: { required: [{ key: 'CostCenter', values: [] }] },
  });
  const { notes } = await bench.client.reports.preflight({ language: 'es' });
  expect(notes.find(({ code }) => code === 'judgement-stale')).toMatchObject({
    blocks: false,
    go: { path: '/findings', search: {} },
  });
});

test('the log of calls is given in windows', async () => {
  const all = await bench.client.exchange.calls({ limit: 3 });
  expect(all.total).toBeGreaterThan(1000);
  expect(all.calls).toHaveLength(3);
  const later = await bench.client.exchange.calls({ offset: 2, limit: 1 });
  expect(later.calls[0]).toEqual(all.calls[2]);
});
