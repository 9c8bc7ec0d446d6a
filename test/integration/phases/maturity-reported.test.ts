import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillAnswers } from '../../../src/shared/sample/answers.ts';
import { closeSampleDiagnosis, planSamplePhases } from '../../../src/shared/sample/phases.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
let milestone: string;
beforeAll(async () => {
  bench = await workbench();
  const { client } = bench;
  await planSamplePhases(client);
  await client.scan.start({ scope: sampleScope('before') });
  await fillAnswers(client);
  await closeSampleDiagnosis(client);
  milestone = (await client.phases.list({})).phases[0]!.milestone!.id;
  await client.checklists.setTargets({ targets: [{ id: 'stage:deploy', percent: 91 }] });
}, 60_000);
afterAll(() => bench.close());

test('a report of a milestone has the targets and answers of then, one of the newest snapshot those of now', async () => {
  const read = async (snapshot?: string) => {
    const path = join(bench.folder, 'diagnosis.pdf');
    await bench.client.reports.write({ kind: 'diagnosis', path, ...(snapshot && { snapshot }) });
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  };
  const { values } = await bench.client.checklists.maturity({ milestone });
  const { score, answered, open } = values.find(({ value }) => value === 'deploy')!;
  const row = (target: number) =>
    new RegExp(`Deploy\\s+${Math.round(score!)}\\s?%\\s+${target}\\s?%\\s+${answered} of ${answered + open}`);
  expect(await read(milestone)).toMatch(row(70));
  expect(await read()).toMatch(row(91));
}, 120_000);
