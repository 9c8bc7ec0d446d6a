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
    return { ok: true, value: one.method === 'desktop.askUnsaved' ? { discard } : {} };
  };
  vi.stubGlobal('window', { fieldbook: { call, cancel: () => {} } });
  drafts = await import('../../../src/renderer/data/draft.ts');
  unsaved = await import('../../../src/renderer/data/unsaved.ts');
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  calls.length = 0;
});
const told = () => calls.map(({ method, args }) => ({ method, ...(args as object) }));

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
