import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSampleDiagnosis, planSamplePhases } from '../../../src/shared/sample/phases.ts';
import { fillSystems } from '../../../src/shared/sample/systems.ts';
import { reviseSystems } from '../../../src/shared/sample/systems-later.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
let snapshot: string;
beforeAll(async () => {
  bench = await workbench();
  const { client } = bench;
  await planSamplePhases(client);
  await client.scan.start({ scope: sampleScope('before') });
  snapshot = (await client.scan.list({})).snapshots[0]!.id;
  await fillSystems(client);
  await closeSampleDiagnosis(client);
  await client.scan.start({ scope: sampleScope('after') });
  await reviseSystems(client);
}, 60_000);
afterAll(() => bench.close());

const read = async (from?: string) => {
  const path = join(bench.folder, 'progress.pdf');
  await bench.client.reports.write({ kind: 'progress', path, ...(from && { from }) });
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
};

test('a progress report holds the systems of now against those that the phase was closed with', async () => {
  const text = await read();
  expect(text).toMatch(/Systems described\s+9\s+10\s+\+1/);
  expect(text).toMatch(/Video consultations\s+Added to the inventory/);
  expect(text).toMatch(/Resolved\s+Imaging archive/);
});

test('against a mere snapshot it has the systems of now alone, and says so', async () => {
  const text = await read(snapshot);
  expect(text).toMatch(/Systems described\s+10\n/);
  expect(text).toContain('What they said then was not kept');
  expect(text).not.toContain('Added to the inventory');
}, 60_000);
