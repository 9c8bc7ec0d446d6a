import { expect, test } from 'vitest';
import { actionsOf } from '../../../src/engine/recommendations/actions.ts';
import { adopted, asEntry, imported, mergedOf } from '../../../src/engine/recommendations/change.ts';
import { codeOf, library } from '../../../src/engine/recommendations/library.ts';
import { codeIn, needsRestart, partsIn, referencesIn } from '../../../src/engine/recommendations/parts.ts';
import type { RecommendationRecord } from '../../../src/shared/model/records/recommendation.ts';

const shipped = library().byId.get('gp2-to-gp3')!;
const taken = adopted(shipped, null);

/** One that was read from a file, with an id of its own. */
const readIn = (id: string, days: number): RecommendationRecord => {
  const saved = asEntry(taken);
  const entry = {
    ...saved.entry,
    id,
    effort: { small: days, medium: days, large: days },
    restart: id === 'own-restart',
    references: [`WA:${id}`],
  };
  return imported({ ...saved, entry, code: { cli: `echo ${id}\n` } }, null, undefined);
};
const daysOf = (record: RecommendationRecord) =>
  actionsOf({
    library: library(),
    records: [record],
    failing: new Map(),
    calling: new Map(),
    systems: [],
  }).find(({ id }) => id === record.id)!.effort;

test.each([
  ['the library', taken, [shipped.id, 'own-drill', 'own-restart']],
  ['a file', readIn('own-first', 1), ['own-first', 'own-drill', 'own-restart']],
])('what was read in and merged into one of %s keeps its code, days and references', (_, first, ids) => {
  const others = [readIn('own-drill', 3), readIn('own-restart', 5)];
  const merged = mergedOf([first, ...others]);
  const parts = partsIn(merged, library());
  expect(daysOf(merged)).toBe(daysOf(first) + 8);
  expect(referencesIn(parts)).toEqual([
    ...referencesIn(partsIn(first, library())),
    'WA:own-drill',
    'WA:own-restart',
  ]);
  expect(codeIn(parts).cli).toMatch(/(^|\n)echo own-drill\n\necho own-restart\n$/);
  expect(needsRestart(parts)).toBe(true);
  expect([merged.library?.id ?? merged.source?.id, ...merged.merged]).toEqual(ids);
});

test('it keeps them when it is merged once more, and when it is saved as an entry', () => {
  const once = mergedOf([readIn('own-first', 1), readIn('own-drill', 3)]);
  const twice = mergedOf([taken, once]);
  expect(daysOf(twice)).toBe(daysOf(taken) + 4);
  const { entry, code } = asEntry(twice);
  expect(entry.references).toEqual([...shipped.references, 'WA:own-first', 'WA:own-drill']);
  expect(code).toEqual({
    ...codeOf(shipped),
    cli: [...(codeOf(shipped).cli ? [codeOf(shipped).cli] : []), 'echo own-first\n', 'echo own-drill\n'].join(
      '\n',
    ),
  });
});

test('of the library, too, the code and references of all parts are there', () => {
  const other =
    library().byId.get('metadata-service-v2') ?? library().all.find(({ id }) => id !== shipped.id)!;
  const parts = partsIn(mergedOf([taken, adopted(other, null)]), library());
  expect(referencesIn(parts)).toEqual([...new Set([...shipped.references, ...other.references])]);
  for (const text of Object.values(codeOf(other)))
    expect(Object.values(codeIn(parts)).join('\n')).toContain(text);
});
