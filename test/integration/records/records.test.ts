import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { journalPage } from '../../../src/engine/records/journal.ts';
import { Records } from '../../../src/engine/records/records.ts';
import { openStore, type Store } from '../../../src/engine/store/open.ts';
import { thrownBy } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';

const kinds = {
  answer: z.object({ id: z.string(), level: z.number().int().min(0).max(4), note: z.string().default('') }),
  comment: z.object({ id: z.string(), text: z.string() }),
};
const passphrase = 'correct horse battery';

function opened(
  path = join(temporaryFolder(), 'acme.fieldbook'),
  mode: 'create' | 'write' | 'read' = 'create',
) {
  const store: Store = openStore({ path, passphrase, mode });
  const clock = { now: Date.parse('2026-11-02T09:00:00Z') };
  const records = new Records(
    store.db,
    kinds,
    () => 'Ana Ruiz',
    () => new Date(clock.now),
  );
  return { store, records, clock, path };
}

test('what was written is there after the file was closed and opened again', () => {
  const { store, records, path } = opened();
  records.step('answer.save', (changes) => changes.put('answer', { id: 'a', level: 3 }));
  store.close();
  const again = opened(path, 'write');
  expect(again.records.all('answer')).toEqual([{ id: 'a', level: 3, note: '' }]);
  again.store.close();
});

test('a step is all or nothing, in memory as in the file', async () => {
  const { records } = opened();
  records.all('answer');
  await thrownBy(() =>
    records.step('answer.save', (changes) => {
      changes.put('answer', { id: 'a', level: 3 });
      changes.put('answer', { id: 'b', level: 9 });
    }),
  );
  expect(records.all('answer')).toEqual([]);
  expect(records.canUndo).toBe(false);
});

test('the journal says who did what to which record, and what it was before', () => {
  const { store, records } = opened();
  records.step('answer.save', (changes) => changes.put('answer', { id: 'a', level: 1 }));
  records.step('answer.save', (changes) => changes.put('answer', { id: 'a', level: 2 }));
  const { total, entries } = journalPage(store.db, { kind: 'answer', record: 'a' }, { offset: 0, limit: 1 });
  expect(total).toBe(2);
  expect(entries).toMatchObject([
    {
      who: 'Ana Ruiz',
      what: 'answer.save',
      at: '2026-11-02T09:00:00.000Z',
      before: { level: 1 },
      after: { level: 2 },
    },
  ]);
});

test('typing becomes one step, as long as nothing else happens and no pause is made', () => {
  const { store, records, clock } = opened();
  const type = (note: string) =>
    records.step('answer.note', (changes) => changes.put('answer', { id: 'a', level: 0, note }), {
      merge: 'a',
    });
  type('w');
  clock.now += 500;
  type('wo');
  clock.now += 500;
  type('word');
  expect(journalPage(store.db, {}, { offset: 0, limit: 9 }).entries).toMatchObject([
    { before: null, after: { note: 'word' } },
  ]);
  clock.now += 3000;
  type('word, another');
  records.undo();
  expect(records.get('answer', 'a')).toMatchObject({ note: 'word' });
  records.undo();
  expect(records.get('answer', 'a')).toBeUndefined();
});

test('what was changed again since cannot be taken back, and says so', async () => {
  const { records } = opened();
  const { step } = records.step('answer.save', (changes) => changes.put('answer', { id: 'a', level: 1 }));
  records.step('answer.save', (changes) => changes.put('answer', { id: 'a', level: 2 }));
  const error = await thrownBy(() => records.undo(step));
  expect(error).toMatchObject({
    code: 'changed-since',
    message: expect.stringMatching(/changed again since/),
  });
  expect(records.get('answer', 'a')).toMatchObject({ level: 2 });
});

test('a second process that only reads sees what the first writes', () => {
  const { records, path } = opened();
  const reader = opened(path, 'read');
  expect(reader.records.all('comment')).toEqual([]);
  records.step('comment.add', (changes) => changes.put('comment', { id: 'c', text: 'Agreed' }));
  expect(reader.records.all('comment')).toEqual([{ id: 'c', text: 'Agreed' }]);
  reader.store.close();
});

test('any sequence of steps, undone to the beginning, leaves nothing, and done again leaves all', () => {
  const put = fc.record({
    kind: fc.constant('put' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    level: fc.integer({ min: 0, max: 4 }),
  });
  const removal = fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(put, removal), { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      (steps) => {
        const { store, records } = opened();
        for (const actions of steps) {
          records.step('test', (changes) => {
            for (const action of actions)
              if (action.kind === 'put') changes.put('answer', { id: action.id, level: action.level });
              else changes.remove('answer', action.id);
          });
        }
        const end = sorted(records);
        let undone = 0;
        for (; records.canUndo; undone++) records.undo();
        expect(sorted(records)).toEqual([]);
        for (; records.canRedo; undone--) records.redo();
        expect(undone).toBe(0);
        expect(sorted(records)).toEqual(end);
        // What is in memory is what is in the file.
        expect(sorted(new Records(store.db, kinds, () => 'x'))).toEqual(end);
        store.close();
      },
    ),
    { numRuns: 20 },
  );
});

const sorted = (records: Records<typeof kinds>) =>
  records.all('answer').toSorted((a, b) => (a.id < b.id ? -1 : 1));
