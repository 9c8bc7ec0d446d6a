import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
});
afterAll(() => bench.close());

const item = async (id: string, checklist = 'security', snapshot?: string) => {
  const { items } = await bench.client.checklists.items({ checklist, ...(snapshot && { snapshot }) });
  return items.find((one) => one.item.id === id)!;
};

test('a new engagement has no checklist, and ten templates to choose from', async () => {
  expect((await bench.client.checklists.list({})).checklists).toEqual([]);
  const { templates } = await bench.client.checklists.templates({});
  expect(templates).toHaveLength(10);
  expect(templates.every(({ adopted, own }) => adopted === null && !own)).toBe(true);
});

test('all ten can be adopted, as one step', async () => {
  const { templates } = await bench.client.checklists.templates({});
  const { step } = await bench.client.checklists.adopt({ templates: templates.map(({ id }) => id) });
  const { checklists, answered, total } = await bench.client.checklists.list({});
  expect(checklists.map(({ checklist }) => checklist)).toEqual(templates.map(({ id }) => id));
  expect(total).toBe(templates.reduce((sum, { items }) => sum + items, 0));
  expect(answered).toBe(0);
  await bench.client.history.undo({ step });
  expect((await bench.client.checklists.list({})).checklists).toEqual([]);
  await bench.client.history.redo({});
});

test('questions come in the language of the call, whatever the engagement was adopted in', async () => {
  const { items } = await bench.client.checklists.items({ checklist: 'security' });
  expect(items[0]!.words.question).toMatch(/^When was the last analysis/);
  const spanish = await bench.engine.handlers.checklists.items(
    { checklist: 'security' },
    { signal: new AbortController().signal, language: 'es' },
  );
  expect(spanish.items[0]!.words.question).not.toBe(items[0]!.words.question);
  expect(spanish.items[0]!.words.levels).toHaveLength(5);
});

describe('an answer', () => {
  test('changes what is named and leaves the rest, with who and when', async () => {
    const { items, progress } = await bench.client.checklists.answer({
      item: 'security-training',
      level: 2,
    });
    expect(items[0]).toMatchObject({
      item: 'security-training',
      level: 2,
      answer: { who: 'Northwind DevOps' },
    });
    expect(progress).toEqual([
      { checklist: 'security', answered: 1, total: expect.any(Number), unreasoned: 0 },
    ]);
    await bench.client.checklists.answer({ item: 'security-training', note: 'A film, **yearly**.' });
    expect((await item('security-training')).state.answer).toMatchObject({
      level: 2,
      note: 'A film, **yearly**.',
    });
  });

  test('typing is one step, and undo takes all of it back', async () => {
    for (const note of ['A', 'A p', 'A plan'])
      await bench.client.checklists.answer({ item: 'security-consequences', note, merge: 'note' });
    await bench.client.history.undo({});
    expect((await item('security-consequences')).state.answer).toBeNull();
    await bench.client.history.redo({});
    expect((await item('security-consequences')).state.answer?.note).toBe('A plan');
  });

  test('that a question cannot have is refused', async () => {
    expect(
      (await thrownBy(() => bench.client.checklists.answer({ item: 'security-training', number: 3 }))).code,
    ).toBe('bad-input');
    const choice = 'delivery-metrics-source-of-figures';
    for (const named of ['rumour', ''])
      expect(
        (await thrownBy(() => bench.client.checklists.answer({ item: choice, choice: named }))).message,
      ).toContain(`no choice '${named}'`);
  });

  test('by a choice or a figure comes to a level', async () => {
    const choice = await bench.client.checklists.answer({
      item: 'delivery-metrics-source-of-figures',
      choice: 'tools',
    });
    expect(choice.items[0]!.level).toBe(3);
    const figure = await bench.client.checklists.answer({
      item: 'delivery-metrics-change-fail-rate',
      number: 12,
    });
    expect(figure.items[0]!.level).toBe(3);
  });

  test('opens what rests on it, and says so in the same reply', async () => {
    const before = await item('delivery-metrics-source-of-figures', 'delivery-metrics');
    expect(before.state.blocked).toMatchObject({
      item: 'delivery-metrics-service-and-deployment',
      why: 'open',
    });
    const { items } = await bench.client.checklists.answer({
      item: 'delivery-metrics-service-and-deployment',
      level: 3,
    });
    const after = items.find(({ item }) => item === 'delivery-metrics-source-of-figures')!;
    expect(after.blocked).toBeNull();
  });

  test('survives the file being closed', async () => {
    await bench.reopen();
    expect((await item('security-training')).state.level).toBe(2);
  });
});

describe('what the scan proposes', () => {
  const id = 'security-rights-by-task';

  test('stands beside the question with its counts, and is taken with its snapshot', async () => {
    const { state } = await item(id);
    expect(state.proposal!.state).toBe('proposed');
    expect(state.proposal!.pass + state.proposal!.fail).toBeGreaterThan(0);
    const { items } = await bench.client.checklists.answer({ item: id, accept: true });
    const { snapshot } = await bench.client.checklists.items({ checklist: 'security' });
    expect(items[0]).toMatchObject({
      level: state.proposal!.level,
      differs: null,
      answer: { source: 'scan', proposed: { snapshot, level: state.proposal!.level } },
    });
  });

  test('is overridden without a wait, and that nobody said why is counted until somebody does', async () => {
    const { checklists, phases, history } = bench.client;
    const { state } = await item(id);
    const level = state.proposal!.level === 3 ? 2 : 3;
    const bare = await checklists.answer({ item: id, level });
    expect(bare.items[0]!.override).toEqual({ proposed: state.proposal!.level, reasoned: false });
    expect(bare.progress).toEqual([expect.objectContaining({ checklist: 'security', unreasoned: 1 })]);
    expect(await checklists.list({})).toMatchObject({ unreasoned: 1 });
    const phase = { id: 'gap', kind: 'assessment' as const, name: '', from: null, to: null, closedAt: null };
    await phases.save({ phases: [phase] });
    const gaps = async () => (await phases.closing({ phase: 'gap' })).missing;
    expect(await gaps()).toContainEqual({ kind: 'unreasoned', count: 1 });
    const noted = await checklists.answer({ item: id, note: 'Seen in the console.' });
    expect(noted.items[0]!.override).toMatchObject({ reasoned: true });
    expect(await checklists.list({})).toMatchObject({ unreasoned: 0 });
    expect((await gaps()).map(({ kind }) => kind)).not.toContain('unreasoned');
    await history.undo({});
    await history.undo({});
    await phases.save({ phases: [] });
  });

  test('is overridden for several at once, and the reason stays with those that differ', async () => {
    const { checklists, history } = bench.client;
    const { items } = await checklists.items({ checklist: 'security' });
    const levels = items.filter(({ item }) => item.kind === 'level');
    const proposed = levels.filter(({ state }) => state.proposal?.level != null);
    const level = proposed[0]!.state.proposal!.level!;
    const other = proposed.find(({ state }) => state.proposal!.level !== level)!;
    const mute = levels.find(({ state }) => state.proposal?.level == null)!;
    const chosen = [proposed[0]!, other, mute].map(({ item }) => item.id);
    const done = await checklists.bulk({ items: chosen, set: { level, reason: ' As was agreed ' } });
    const reasons = done.items.map(({ item, answer }) => [item, answer!.reason]);
    expect(reasons.slice(0, 3)).toEqual([
      [chosen[0], ''],
      [chosen[1], 'As was agreed'],
      [chosen[2], ''],
    ]);
    expect(await checklists.list({})).toMatchObject({ unreasoned: 0 });
    await history.undo({ step: done.step });
    const bare = await checklists.bulk({ items: chosen, set: { level, reason: ' ' } });
    expect(await checklists.list({})).toMatchObject({ unreasoned: 1 });
    await history.undo({ step: bare.step });
  });

  test('is overridden with a reason, and stays on record', async () => {
    const { state } = await item(id);
    const level = state.proposal!.level === 3 ? 2 : 3;
    const { items } = await bench.client.checklists.answer({
      item: id,
      level,
      reason: 'The policy is attached to a break-glass role.',
    });
    expect(items[0]!.answer).toMatchObject({
      source: 'person',
      reason: 'The policy is attached to a break-glass role.',
      proposed: { level: state.proposal!.level },
    });
  });

  test('of a later scan overwrites nothing and is shown as a difference', async () => {
    await bench.client.scan.start({ scope: sampleScope('after') });
    let differing = 0;
    const before = (await bench.client.scan.list({})).snapshots.at(-1)!.id;
    const { items: then } = await bench.client.checklists.items({ checklist: 'security', snapshot: before });
    const proposed = then.filter(({ state }) => state.proposal?.level !== null && state.proposal);
    await bench.client.checklists.bulk({
      items: proposed.map(({ item }) => item.id),
      set: { accept: true },
      snapshot: before,
    });
    const { items: now } = await bench.client.checklists.items({ checklist: 'security' });
    for (const { item, state } of now) {
      const was = proposed.find((one) => one.item.id === item.id)?.state.proposal?.level;
      if (was === undefined) continue;
      expect(state.level).toBe(was);
      if (state.proposal!.level !== was) {
        differing++;
        expect(state.differs).toEqual({ was, now: state.proposal!.level });
      } else expect(state.differs).toBeNull();
    }
    expect(differing).toBeGreaterThan(0);
  });
});

test('several are answered at once; those that cannot be are left and counted', async () => {
  const items = ['delivery-metrics-service-and-deployment', 'delivery-metrics-change-lead-time'];
  const { left, step } = await bench.client.checklists.bulk({ items, set: { level: 1 } });
  expect(left).toBe(1);
  await bench.client.history.undo({ step });
  expect((await item(items[0]!, 'delivery-metrics')).state.level).toBe(3);
  await bench.client.checklists.bulk({ items, set: { notApplicable: 'not-used' } });
  expect((await item(items[1]!, 'delivery-metrics')).state.answer?.notApplicable).toBe('not-used');
});

test('all checklists are searched, notes included, without regard to accents', async () => {
  const { found } = await bench.client.checklists.search({ text: 'FILM yeárly' });
  expect(found.map(({ item }) => item)).toContain('security-training');
});

test('targets are set and taken away, and a figure says how it was computed', async () => {
  await bench.client.checklists.setTargets({ targets: [{ id: 'stage:feedback', percent: 75 }] });
  const { values } = await bench.client.checklists.maturity({});
  const feedback = values.find(({ value }) => value === 'feedback')!;
  expect(feedback.target).toBe(75);
  const computed = await bench.client.checklists.computed({ dimension: 'stage', value: 'feedback' });
  expect(computed.score).toBe(feedback.score);
  expect(computed.points / (4 * computed.weight)).toBeCloseTo(feedback.score! / 100);
  await bench.client.checklists.setTargets({ targets: [{ id: 'stage:feedback', percent: null }] });
  expect((await bench.client.checklists.maturity({})).values.every(({ target }) => target === null)).toBe(
    true,
  );
  await thrownBy(() => bench.client.checklists.setTargets({ targets: [{ id: 'stage:party', percent: 1 }] }));
});

test('a milestone keeps the answers of its phase, whatever is answered later', async () => {
  const phase = { id: 'one', kind: 'assessment' as const, name: '', from: null, to: null, closedAt: null };
  await bench.client.phases.save({ phases: [phase] });
  const { id: milestone } = await bench.client.phases.close({ phase: 'one' });
  const then = await bench.client.checklists.maturity({});
  await bench.client.checklists.answer({ item: 'security-training', level: 4 });
  await bench.client.checklists.drop({ checklist: 'delivery-metrics' });
  expect(await bench.client.checklists.maturity({ milestone })).toEqual(then);
  expect((await bench.client.checklists.maturity({})).overall).not.toEqual(then.overall);
  await bench.client.history.undo({});
});

describe('a template that changes in a running engagement', () => {
  const words = (question: string) => ({
    question,
    why: '',
    evidence: [],
    levels: ['none', 'some', 'half', 'most', 'all'],
  });
  const level = (id: string) => ({
    id,
    section: 'general',
    kind: 'level' as const,
    aspect: null,
    stage: null,
    principle: null,
    weight: 3,
    references: [],
    dependsOn: [],
    checks: [],
  });
  const template = (version: string, questions: Record<string, string>) => ({
    template: { id: 'ward', version, order: 90, items: Object.keys(questions).map(level) },
    words: {
      en: {
        title: 'Ward systems',
        lead: '',
        sections: { general: 'General' },
        items: Object.fromEntries(Object.entries(questions).map(([id, question]) => [id, words(question)])),
      },
    },
  });

  test('is shown as a difference, and accepted; the answer of a changed question is marked', async () => {
    const { checklists } = bench.client;
    await checklists.saveTemplate(template('1.0.0', { 'ward-a': 'A?', 'ward-b': 'B?', 'ward-c': 'C?' }));
    await checklists.adopt({ templates: ['ward'] });
    await checklists.answer({ item: 'ward-a', level: 1 });
    await checklists.answer({ item: 'ward-b', level: 2 });
    await checklists.saveTemplate(
      template('2.0.0', { 'ward-a': 'A, and since when?', 'ward-b': 'B?', 'ward-d': 'D?' }),
    );
    const ward = () =>
      checklists.list({}).then(({ checklists }) => checklists.find(({ checklist }) => checklist === 'ward')!);
    expect(await ward()).toMatchObject({ version: '1.0.0', newer: '2.0.0' });
    expect((await item('ward-a', 'ward')).words.question).toBe('A?');
    expect(await checklists.diff({ checklist: 'ward' })).toEqual({
      from: '1.0.0',
      to: '2.0.0',
      newer: true,
      added: [{ item: 'ward-d', question: 'D?' }],
      removed: [{ item: 'ward-c', question: 'C?', answered: false }],
      changed: [{ item: 'ward-a', before: 'A?', after: 'A, and since when?', what: ['words'], marked: true }],
    });
    const { marked, step } = await checklists.accept({ checklist: 'ward' });
    expect(marked).toBe(1);
    expect(await ward()).toMatchObject({ version: '2.0.0', newer: null, changed: 1 });
    expect((await item('ward-a', 'ward')).state).toMatchObject({
      level: 1,
      answer: { changedSince: '2.0.0' },
    });
    // Answered anew, it is the answer to this question.
    await checklists.answer({ item: 'ward-a', level: 1 });
    expect(await ward()).toMatchObject({ changed: 0 });
    await bench.client.history.undo({});
    await bench.client.history.undo({ step });
    expect(await ward()).toMatchObject({ version: '1.0.0', newer: '2.0.0', changed: 0 });
  });

  test('is not saved when it is not whole', async () => {
    const broken = template('1.0.0', { 'other-a': 'A?' });
    expect((await thrownBy(() => bench.client.checklists.saveTemplate(broken))).message).toMatch(
      /not whole\. other-a: The question's id does not begin with 'ward-'\./,
    );
  });
});
