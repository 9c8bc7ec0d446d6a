import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherRecommendations } from '../../../src/engine/reports/recommendations/gather.ts';
import { Session } from '../../../src/engine/session.ts';
import { kinds, tracks } from '../../../src/shared/model/recommendation.ts';
import { fillAdvice } from '../../../src/shared/sample/advice.ts';
import { recommendationsInput } from '../../support/recommendations-input.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
  await bench.client.scan.start({ scope: sampleScope('after') });
  await fillAdvice(bench.client);
});
afterAll(() => bench.close());

const actions = async () => (await bench.client.recommendations.list({})).actions;
const find = async (library: string) => (await actions()).find((one) => one.library === library)!;
const roadmap = () => bench.client.roadmap.get({});

test('the sample holds all tracks and kinds, edited, own and dismissed ones', async () => {
  const all = await actions();
  const adopted = all.filter(({ state }) => state === 'adopted');
  expect(adopted).toHaveLength(26);
  expect(new Set(adopted.map(({ track }) => track))).toEqual(new Set(tracks));
  expect(new Set(adopted.map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(adopted.filter(({ changedHere }) => changedHere)).toHaveLength(2);
  expect(adopted.filter(({ library }) => library === null)).toHaveLength(1);
  expect(all.filter(({ state }) => state === 'dismissed')).toMatchObject([{ library: 'web-firewall' }]);
});

describe('what became of the findings from before to after', () => {
  test('an action whose findings all pass or are gone can be closed', async () => {
    const one = await find('database-insights');
    expect(one).toMatchObject({ progress: 'resolved', findings: 0, horizon: null });
    const { changes } = await bench.client.recommendations.get({ id: one.id });
    expect(changes).toMatchObject({ persisting: 0, new: 0, regressed: 0, 'not-rechecked': 0 });
    const { step } = await bench.client.roadmap.plan({ id: one.id, horizon: 'done' });
    expect(await find('database-insights')).toMatchObject({ horizon: 'done', status: 'done' });
    await bench.client.history.undo({ step });
    expect(await find('database-insights')).toMatchObject({
      horizon: null,
      status: 'planned',
      closedAt: null,
    });
  });

  test('one that fails again is flagged, and one that goes on is open', async () => {
    expect((await find('session-manager-for-access')).progress).toBe('regressed');
    expect((await find('gp2-to-gp3')).progress).toBe('open');
  });

  test('nothing is told of a snapshot that is no newer than the adoption', async () => {
    const { snapshots } = await bench.client.scan.list({});
    const { actions: then } = await bench.client.recommendations.list({ snapshot: snapshots.at(-1)!.id });
    expect(then.filter(({ progress }) => progress !== null)).toEqual([]);
  });
});

test('what is closed rests on the snapshot of then: nothing is new since', async () => {
  const closed = (await actions()).filter(({ horizon }) => horizon === 'done');
  expect(closed).toHaveLength(4);
  for (const { rank, progress } of closed) expect([rank, progress]).toEqual([null, null]);
});

test('what was done is met in the accounts that could be read, and the places that could not are counted', async () => {
  const { id } = await find('lock-away-root');
  const { acceptance } = await bench.client.recommendations.get({ id });
  // The refused account and the suspended one.
  expect(acceptance.map(({ result, unread }) => [result, unread])).toEqual(
    acceptance.map(() => ['met-where-read', 2]),
  );
});

/** The actions as the recommendation report has them. */
function inTheReport() {
  const session = Session.open({ path: bench.path, passphrase: PASSPHRASE, mode: 'read' });
  const { branding } = recommendationsInput({ actions: 1 });
  const { actions } = gatherRecommendations(session, { snapshot: undefined, branding });
  session.close();
  return actions;
}

test('the report names the systems outside AWS that call for an action', async () => {
  const register = () => inTheReport().find(({ library }) => library === 'legacy-register')!;
  expect(register().said).toEqual({ systems: [], questions: [] });
  const { step } = await bench.client.inventory.save({
    fields: { name: 'Imaging archive', criticality: 'high', backup: '' },
  });
  expect(register().said.systems).toEqual([
    { name: 'Imaging archive', reasons: ['It is important and has no backup.'] },
  ]);
  await bench.client.history.undo({ step });
});

test('the report has the warnings of the roadmap', async () => {
  const { items } = await roadmap();
  const warned = items.filter(({ warnings }) => warnings.length > 0);
  expect(warned.length).toBeGreaterThan(0);
  const printed = inTheReport();
  expect(printed.map(({ words, warnings }) => [words.title, warnings])).toEqual(
    items.map(({ title, warnings }) => [title, warnings.map(({ id: _, ...warning }) => warning)]),
  );
});

test('the roadmap adds up: score and saving never fall, and the last step is that of all actions', async () => {
  const { items, horizons, now } = await roadmap();
  const scores = [now.score!, ...items.map(({ afterwards }) => afterwards.score!)];
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(scores.at(-1)!).toBeGreaterThan(now.score!);
  expect(horizons.map(({ horizon, actions }) => [horizon, actions])).toEqual([
    ['done', 4],
    ['now', 7],
    ['next', 9],
    ['later', 5],
  ]);
});

test('it warns of what begins before what it needs, and of months that hold too much', async () => {
  const { items, months, capacity, undated } = await roadmap();
  const pipeline = items.find(({ library }) => library === 'terraform-pipeline')!;
  expect(pipeline.warnings).toMatchObject([{ kind: 'before-prerequisite' }]);
  expect(capacity).toBe(18);
  expect(months.filter(({ over }) => over).length).toBeGreaterThan(0);
  for (const { booked, over } of months) expect(over).toBe(booked > 18);
  expect(undated).toBe(2);
});

test('an action is moved before another, and the step is undone', async () => {
  const order = async () =>
    (await roadmap()).items.filter(({ horizon }) => horizon === 'now').map(({ id }) => id);
  const before = await order();
  const { step } = await bench.client.roadmap.plan({ id: before[3]!, before: before[0]! });
  expect(await order()).toEqual([before[3], ...before.filter((id) => id !== before[3])]);
  await bench.client.history.undo({ step });
  expect(await order()).toEqual(before);
});

test('everything is still there when the file is opened again', async () => {
  const before = await roadmap();
  await bench.reopen();
  expect(await roadmap()).toEqual(before);
});
