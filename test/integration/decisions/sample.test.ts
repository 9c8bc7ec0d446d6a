import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionVerdicts, scopeKinds } from '../../../src/shared/model/decision.ts';
import { fillDecisions, fillEarlyDecisions } from '../../../src/shared/sample/decisions.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench({ engine: { today: () => '2026-11-10' } });
  await bench.client.scan.start({ scope: sampleScope('after') });
  await fillEarlyDecisions(bench.client);
  await fillDecisions(bench.client);
}, 120_000);
afterAll(() => bench.close());

test('Acme Health has decided fourteen times: of every kind, about every kind of thing, and one has expired', async () => {
  const { decisions } = await bench.client.decisions.list({});
  expect(decisions).toHaveLength(14);
  expect(new Set(decisions.map(({ verdict }) => verdict))).toEqual(new Set(decisionVerdicts));
  expect(new Set(decisions.map(({ scope }) => scope.kind))).toEqual(new Set(scopeKinds));
  expect(decisions.filter(({ state }) => state === 'expired')).toHaveLength(1);
  for (const { label, findings } of decisions) expect(findings, label).toBeGreaterThan(0);
});

test('six comments stand beside its findings, each told in the audit trail', async () => {
  const { entries } = await bench.client.trail.page({ kind: 'comment' });
  expect(entries).toHaveLength(6);
  for (const { sentence } of entries) expect(sentence).toMatch(/^Northwind DevOps wrote beside “.+” \(FB-/);
});
