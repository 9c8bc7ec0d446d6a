import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

const calls: { method: string; args: unknown }[] = [];
let discard = false;
let drafts: typeof import('../../../src/renderer/data/draft.ts');
let unsaved: typeof import('../../../src/renderer/data/unsaved.ts');
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const call = async (one: (typeof calls)[number]) => {
    calls.push(one);
    const kept = [
      { key: 'acme note', engagement: 'acme', value: '"Call the CTO"' },
      { key: 'acme comment', engagement: 'acme', value: '"Of the page before"' },
    ];
    const values: Record<string, unknown> = {
      'desktop.askUnsaved': { discard },
      'desktop.drafts': { drafts: kept },
    };
    return { ok: true, value: values[one.method] ?? {} };
  };
  vi.stubGlobal('window', { fieldbook: { call, cancel: () => {} } });
  drafts = await import('../../../src/renderer/data/draft.ts');
  unsaved = await import('../../../src/renderer/data/unsaved.ts');
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  calls.length = 0;
});
const toldOf = (method: string) => calls.filter((one) => one.method === method).map(({ args }) => args);
const told = () =>
  calls
    .filter(({ method }) => method !== 'desktop.keepDraft')
    .map(({ method, args }) => ({ method, ...(args as object) }));

test('main is told once that something is unsaved, and once that nothing is any more', () => {
  drafts.keepDraft('acme comment', 'acme', 'Ask');
  drafts.keepDraft('acme comment', 'acme', 'Ask them');
  unsaved.hold('marks', 'acme');
  drafts.dropDraft('acme comment');
  expect(told()).toEqual([{ method: 'desktop.setUnsaved', unsaved: true }]);
  unsaved.letGo('marks');
  expect(told()[1]).toEqual({ method: 'desktop.setUnsaved', unsaved: false });
});

test('an engagement is left without a question where all is saved; the wizard is of none', async () => {
  drafts.keepDraft('null wizard', null, { client: 'Acme' });
  expect(await unsaved.mayDiscard()).toBe(true);
  expect(told()).not.toContainEqual({ method: 'desktop.askUnsaved' });
  drafts.dropDraft('null wizard');
});

test('what is typed stays until a person lets it go, and then nothing of the engagement is kept', async () => {
  drafts.keepDraft('acme comment', 'acme', 'Ask them');
  drafts.keepDraft('null wizard', null, { client: 'Beta' });
  expect(await unsaved.mayDiscard()).toBe(false);
  expect(drafts.draftOf('acme comment')?.value).toBe('Ask them');
  discard = true;
  expect(await unsaved.mayDiscard()).toBe(true);
  drafts.dropDraftsOfEngagement();
  expect(drafts.draftOf('acme comment')).toBeUndefined();
  expect(drafts.draftOf('null wizard')?.value).toEqual({ client: 'Beta' });
  drafts.dropDraft('null wizard');
  expect(told().at(-1)).toEqual({ method: 'desktop.setUnsaved', unsaved: false });
});

test('main keeps what is typed in an engagement until it is saved, and nothing of the wizard, which has a passphrase', () => {
  drafts.keepDraft('acme comment', 'acme', 'Ask them');
  drafts.keepDraft('null wizard', null, { passphrase: 'secret words' });
  drafts.dropDraft('acme comment');
  drafts.dropDraft('null wizard');
  expect(toldOf('desktop.keepDraft')).toEqual([
    { key: 'acme comment', draft: { engagement: 'acme', value: '"Ask them"' } },
    { key: 'acme comment', draft: null },
  ]);
});

test('a page finds what the one before it had typed, and keeps what was typed since', async () => {
  drafts.keepDraft('acme comment', 'acme', 'Typed since');
  await drafts.restoreDrafts();
  expect(drafts.draftOf('acme note')).toEqual({ engagement: 'acme', value: 'Call the CTO' });
  expect(drafts.draftOf('acme comment')?.value).toBe('Typed since');
  drafts.dropDraftsOfEngagement();
});
