import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Phase } from '../../../src/shared/model/engagement.ts';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
});
afterAll(() => bench.close());

const phase = (id: string, change: Partial<Phase> = {}): Phase => ({
  id,
  kind: 'assessment',
  name: '',
  from: null,
  to: null,
  closedAt: null,
  ...change,
});

test('phases are edited as a list, and one that ends before it begins is refused', async () => {
  const { phases } = await bench.client.phases.save({ phases: [phase('one'), phase('two')] });
  expect(phases.map(({ id, milestone }) => [id, milestone])).toEqual([
    ['one', null],
    ['two', null],
  ]);
  const wrong = phase('two', { from: '2026-11-02', to: '2026-11-01' });
  await thrownBy(() => bench.client.phases.save({ phases: [phase('one'), wrong] }));
  expect((await bench.client.phases.list({})).phases[1]).toMatchObject({ from: null });
});

test('phases are closed in their order', async () => {
  const error = await thrownBy(() => bench.client.phases.close({ phase: 'two' }));
  expect(error.message).toMatch(/before this one is still open/);
});

test('closing freezes what the phase came to', async () => {
  await bench.client.scan.start({ scope: sampleScope('before') });
  const now = await bench.client.engagement.overview({});
  const milestone = await bench.client.phases.close({ phase: 'one', note: 'As agreed on 2 November' });
  expect(milestone).toMatchObject({
    note: 'As agreed on 2 November',
    closedBy: 'Northwind DevOps',
    phase: { id: 'one', closedAt: milestone.closedAt },
    standing: { snapshot: now.snapshot!.id, scores: now.scores, savings: now.savings, open: now.open },
  });
});

test('what is closed cannot be closed again, changed, moved or taken out', async () => {
  const closed = (await bench.client.phases.list({})).phases[0]!;
  await thrownBy(() => bench.client.phases.close({ phase: 'one' }));
  for (const phases of [
    [{ ...closed, name: 'Other' }, phase('two')],
    [phase('two'), closed],
    [phase('two')],
    [closed, phase('two', { closedAt: '2026-01-01T00:00:00Z' })],
  ])
    expect((await thrownBy(() => bench.client.phases.save({ phases }))).message).toMatch(/closed/);
});

test('judged again by other rules, the snapshot says something else, and the milestone what it said then', async () => {
  const { milestone } = (await bench.client.phases.list({})).phases[0]!;
  await bench.client.engagement.setTagPolicy({ tagPolicy: { required: [{ key: 'cost-centre' }] } });
  await bench.client.findings.judge({});
  const count = async (snapshot?: string) =>
    (
      await bench.client.findings.page({
        limit: 1,
        ...(snapshot && { snapshot }),
        filter: { status: ['fail'] },
      })
    ).total;
  const frozen = Object.values(milestone!.standing!.open).reduce((sum, n) => sum + n, 0);
  expect(await count(milestone!.id)).toBe(frozen);
  expect(await count()).not.toBe(frozen);
  expect((await bench.client.engagement.overview({ snapshot: milestone!.id })).scores).toEqual(
    milestone!.standing!.scores,
  );
});

test('what is decided and taken after a phase was closed changes now, and not the phase as it was', async () => {
  const { client } = bench;
  const { milestone } = (await client.phases.list({})).phases[0]!;
  const at = { snapshot: milestone!.id };
  const filter = { status: ['fail' as const] };
  const [finding] = (await client.findings.page({ limit: 1, filter })).findings;
  const scope = { kind: 'check' as const, check: finding!.check };
  await client.decisions.decide({ scope, verdict: 'accepted-risk', reason: 'Agreed on 4 November' });
  const [proposed] = (await client.recommendations.list({})).actions;
  const { ids } = await client.recommendations.adopt({ library: [proposed!.library!] });
  await client.roadmap.plan({ id: ids[0]!, horizon: 'now' });

  const looked = async (which: { snapshot?: string }) => {
    const { findings } = await client.findings.page({
      ...which,
      limit: 1,
      filter: { ...filter, check: [finding!.check] },
    });
    const detail = await client.findings.get({ ...which, finding: findings[0]!.id });
    const { actions } = await client.recommendations.list(which);
    return {
      decision: findings[0]!.decision?.state ?? null,
      decisions: detail.decisions.length,
      told: detail.decided.length,
      counts: await client.recommendations.counts(which),
      taken: actions.filter(({ state }) => state === 'adopted').length,
      open: (await client.engagement.overview(which)).open,
    };
  };
  expect(await looked({})).toMatchObject({ decision: 'accepted-risk', decisions: 1, told: 1, taken: 1 });
  expect((await looked({})).counts).toEqual({ adopted: 1, planned: 1 });
  expect(await looked(at)).toMatchObject({
    decisions: 0,
    told: 0,
    taken: 0,
    counts: { adopted: 0, planned: 0 },
    open: milestone!.standing!.open,
  });
});

test('the timeline tells everything in order', async () => {
  await bench.client.scan.start({ scope: sampleScope('after') });
  const { events } = await bench.client.phases.timeline({});
  expect(events.map(({ kind }) => kind)).toEqual(['snapshot', 'snapshot', 'milestone']);
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
});

test('a phase can be closed when nothing was scanned', async () => {
  const empty = await workbench();
  await empty.client.phases.save({ phases: [phase('only')] });
  expect(await empty.client.phases.close({ phase: 'only' })).toMatchObject({ standing: null, records: {} });
  await empty.close();
});
