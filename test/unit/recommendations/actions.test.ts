import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/engine/checklists/maturity.ts';
import { checklistTemplates } from '../../../src/engine/checklists/templates.ts';
import { resultOf } from '../../../src/engine/recommendations/acceptance.ts';
import { actionsOf, type Proposing } from '../../../src/engine/recommendations/actions.ts';
import { callingItems } from '../../../src/engine/recommendations/answers.ts';
import { adopted, mergedOf } from '../../../src/engine/recommendations/change.ts';
import { daysFor } from '../../../src/engine/recommendations/effort.ts';
import { library } from '../../../src/engine/recommendations/library.ts';
import { failingSystems } from '../../../src/engine/recommendations/systems.ts';
import type { Failing } from '../../../src/engine/recommendations/tally.ts';
import { progressOf } from '../../../src/engine/recommendations/track.ts';
import { type Answer, answerRecord } from '../../../src/shared/model/records/answer.ts';
import { systemSchema } from '../../../src/shared/model/records/system.ts';

const failing = (resources: number, more: Partial<Failing> = {}): Failing => ({
  findings: { critical: 0, high: 0, medium: resources, low: 0 },
  total: resources,
  counted: 0,
  advisory: 0,
  resources: new Set(Array.from({ length: resources }, (_, i) => i)),
  ...more,
});
const entry = (id: string) => library().byId.get(id)!;
const propose = (more: Partial<Proposing>) =>
  actionsOf({
    library: library(),
    records: [],
    failing: new Map(),
    calling: new Map(),
    systems: [],
    ...more,
  });
const answer = (id: string, change: Partial<Answer>) =>
  answerRecord.parse({ id, who: 'N', at: '2026-11-01T00:00:00Z', ...change });
const checklists = checklistTemplates().map((template) => ({ id: template.id, template }));
const calling = (...answers: Answer[]) => callingItems(partsOf(answers, checklists));
const ids = (actions: ReturnType<typeof propose>) => actions.map(({ id }) => id);

describe('proposals', () => {
  test('nothing fails and nothing was answered: nothing is proposed', () => {
    expect(propose({})).toEqual([]);
  });

  test('a failing check calls for the narrowest entry, or for what that one needs first', () => {
    expect(ids(propose({ failing: new Map([['ebs-gp2-to-gp3', failing(3)]]) }))).toEqual(['gp2-to-gp3']);
    expect(ids(propose({ failing: new Map([['tagging-required-tags', failing(3)]]) }))).toEqual([
      'tagging-standard',
    ]);
  });

  test('low answers call for the entries that name their items, and good ones do not', () => {
    const actions = propose({
      calling: calling(
        answer('devops-test-automated', { level: 1 }),
        answer('devops-operate-runbooks', { level: 3 }),
      ),
    });
    expect(ids(actions)).toEqual(['test-automation']);
    expect(actions[0]).toMatchObject({ called: ['devops-test-automated'] });
  });

  test('a named situation and a figure call by the level that they come to', () => {
    expect(ids(propose({ calling: calling(answer('incidents-on-call', { choice: 'everyone' })) }))).toEqual([
      'incident-process',
    ]);
    expect(calling(answer('incidents-on-call', { choice: 'rota' })).size).toBe(0);
    const slow = calling(answer('delivery-metrics-change-lead-time', { number: 2000 }));
    expect(ids(propose({ calling: slow })).sort()).toEqual(['ci-templates', 'trunk-based-work']);
    expect(calling(answer('delivery-metrics-change-lead-time', { number: 1 })).size).toBe(0);
  });

  test('what does not apply calls for nothing, whatever was answered before', () => {
    const answered = answer('devops-test-automated', { level: 0, notApplicable: 'other-party' });
    expect(calling(answered).size).toBe(0);
  });

  test('an adopted or dismissed one takes its checks out of the proposals', () => {
    const checks = new Map([['ebs-gp2-to-gp3', failing(3)]]);
    const record = adopted(entry('gp2-to-gp3'), null);
    expect(propose({ failing: checks, records: [record] }).map(({ state }) => state)).toEqual(['adopted']);
    const turned = { ...record, dismissed: 'No.' };
    expect(propose({ failing: checks, records: [turned] })).toMatchObject([
      { state: 'dismissed', rank: null },
    ]);
  });

  test('a system outside AWS that fails a check calls for every entry that names the check', () => {
    const known = ['vpn', 'lab'].map((id) => systemSchema.parse({ id, name: id, signIn: 'own-accounts' }));
    const systems = failingSystems(known, '2026-11-14');
    const [signOn, ...others] = propose({ systems });
    expect(others).toEqual([]);
    expect(signOn).toMatchObject({ id: 'single-sign-on', state: 'proposed', rank: 1 });
    expect(signOn!.concerned.map(({ name }) => name)).toEqual(['lab', 'vpn']);
    const [taken] = propose({ systems, records: [adopted(entry('single-sign-on'), null)] });
    expect(taken).toMatchObject({ state: 'adopted', concerned: [{ name: 'lab' }, { name: 'vpn' }] });
  });

  test('what nobody has said of a system calls for nothing', () => {
    const systems = failingSystems([systemSchema.parse({ id: 'lab', name: 'lab' })], '2026-11-14');
    expect(propose({ systems })).toEqual([]);
  });

  test('the days go by the number of resources, each counted once', () => {
    const { effort } = entry('gp2-to-gp3');
    expect([50, 51, 500, 501].map((count) => daysFor({ effort }, count))).toEqual([
      effort.small,
      effort.medium,
      effort.medium,
      effort.large,
    ]);
    const both = new Map([
      ['ebs-gp2-to-gp3', failing(50)],
      ['rds-storage-generation', failing(50)],
    ]);
    expect(propose({ failing: both })[0]!.effort).toBe(effort.small);
  });

  test('names in the library lead to the record that holds them, merged ones too', () => {
    const keys = adopted(entry('manage-encryption-keys'), null);
    const merged = mergedOf([keys, adopted(entry('database-backup-policy'), null)]);
    const [first, second] = propose({
      records: [merged],
      failing: new Map([['rds-storage-unencrypted', failing(2)]]),
    });
    expect(first!.id).toBe(merged.id);
    if (second) expect(second.prerequisites).toEqual([merged.id]);
  });
});

test('every item that the library names is one of a checklist', () => {
  const known = new Set(checklistTemplates().flatMap(({ items }) => items.map(({ id }) => id)));
  const named = library().all.flatMap(({ items }) => items);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((item) => !known.has(item))).toEqual([]);
});

describe('a condition', () => {
  const counts = (more: object) => ({
    version: 1,
    counts: { pass: 0, fail: 0, unknown: 0, manual: 0, 'not-applicable': 0, ...more },
    counted: 0,
    advisory: 0,
  });
  const of = (more: object) => resultOf({ checks: ['a'], met: null }, { a: counts(more) }, nowhere).result;
  const nowhere = () => new Set<string>();
  test('is met only when its checks have spoken everywhere and nothing fails', () => {
    expect(of({ pass: 3 })).toBe('met');
    expect(of({ 'not-applicable': 3 })).toBe('met');
    expect(of({ pass: 3, fail: 1 })).toBe('unmet');
    expect(of({ unknown: 1 })).toBe('unknown');
    expect(of({ pass: 3, unknown: 1, manual: 1 })).toBe('unknown');
    expect(resultOf({ checks: ['b'], met: true }, {}, nowhere).result).toBe('unknown');
  });
  test('is met where it could be read, and says at how many places it could not', () => {
    const read = { a: counts({ pass: 3, unknown: 9 }), b: counts({ pass: 1, unknown: 1 }) };
    const unread = { a: new Set(['1|eu-west-1', '2|eu-west-1']), b: new Set(['2|eu-west-1', '2|global']) };
    const resultAt = (summary: typeof read) =>
      resultOf({ checks: ['a', 'b'], met: null }, summary, (check) => unread[check as 'a' | 'b']);
    expect(resultAt(read)).toEqual({ result: 'met-where-read', failing: 0, unread: 3 });
    expect(resultAt({ ...read, b: counts({ unknown: 4 }) })).toMatchObject({ result: 'unknown', unread: 0 });
    expect(resultAt({ ...read, b: counts({ fail: 1, unknown: 4 }) })).toMatchObject({ result: 'unmet' });
  });
  test('without checks it is what a person said', () => {
    const said = (met: boolean | null) => resultOf({ checks: [], met }, {}, nowhere).result;
    expect([null, true, false].map(said)).toEqual(['open', 'met', 'unmet']);
  });
});

describe('progress', () => {
  const none = {
    new: 0,
    resolved: 0,
    persisting: 0,
    regressed: 0,
    'no-longer-applicable': 0,
    'not-rechecked': 0,
  };
  test('is resolved only by a successful re-read', () => {
    expect(progressOf({ ...none, resolved: 3, 'no-longer-applicable': 1 }, false)).toBe('resolved');
    expect(progressOf({ ...none, resolved: 3, 'not-rechecked': 1 }, false)).toBe('open');
    expect(progressOf({ ...none, resolved: 3, persisting: 1 }, false)).toBe('open');
    expect(progressOf(none, false)).toBe('open');
  });
  test('is a step back when something fails that had passed, or anything new once it was closed', () => {
    expect(progressOf({ ...none, regressed: 1, resolved: 9 }, false)).toBe('regressed');
    expect(progressOf({ ...none, new: 1 }, false)).toBe('open');
    expect(progressOf({ ...none, new: 1 }, true)).toBe('regressed');
  });
});
