import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillAnswers } from '../../../src/shared/sample/answers.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
  await fillAnswers(bench.client);
});
afterAll(() => bench.close());

test('the sample has 120 answers and more over five checklists, a third with a note', async () => {
  const { checklists } = await bench.client.checklists.list({});
  expect(checklists).toHaveLength(5);
  const items = (
    await Promise.all(checklists.map(({ checklist }) => bench.client.checklists.items({ checklist })))
  ).flatMap(({ items }) => items);
  const answers = items.flatMap(({ state }) => (state.answer ? [state] : []));
  expect(answers.length).toBeGreaterThanOrEqual(120);
  expect(answers.filter(({ answer }) => answer!.note).length / answers.length).toBeGreaterThan(0.33);
  expect(answers.filter(({ answer }) => answer!.reason).length).toBeGreaterThanOrEqual(5);
  expect(answers.filter(({ answer }) => answer!.source === 'scan').length).toBeGreaterThanOrEqual(15);
  expect(new Set(answers.map(({ answer }) => answer!.notApplicable)).size).toBeGreaterThanOrEqual(4);
});

test('every override says why, and no reason stands where there is none', async () => {
  const { checklists, unreasoned } = await bench.client.checklists.list({});
  expect(unreasoned).toBe(0);
  const wrong: string[] = [];
  for (const { checklist } of checklists)
    for (const { state } of (await bench.client.checklists.items({ checklist })).items) {
      const proposed = state.answer?.proposed?.level;
      const differs = proposed !== undefined && state.level !== null && state.level !== proposed;
      if (differs !== ((state.answer?.reason ?? '') !== '')) wrong.push(state.item);
    }
  expect(wrong).toEqual([]);
});

test('its maturity has targets, and gaps to talk about', async () => {
  const { values, overall } = await bench.client.checklists.maturity({});
  expect(overall.score).toBeGreaterThan(25);
  const aimed = values.filter(({ target }) => target !== null);
  expect(aimed.length).toBeGreaterThanOrEqual(12);
  expect(aimed.some(({ score, target }) => score !== null && score < target!)).toBe(true);
});
