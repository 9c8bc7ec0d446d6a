import { expect, test } from 'vitest';
import { actionsOf } from '../../../src/engine/recommendations/actions.ts';
import {
  adopted,
  asEntry,
  edited,
  imported,
  mergedOf,
  pulled,
  written,
} from '../../../src/engine/recommendations/change.ts';
import { entriesIn } from '../../../src/engine/recommendations/entries.ts';
import { codeOf, library } from '../../../src/engine/recommendations/library.ts';
import { codeIn, needsRestart, partsIn, referencesIn } from '../../../src/engine/recommendations/parts.ts';
import { wordsIn } from '../../../src/engine/recommendations/words.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import {
  type RecommendationRecord,
  recommendationRecordSchema,
} from '../../../src/shared/model/records/recommendation.ts';

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
  expect(entriesIn(merged)).toEqual([...ids, ...others.map(({ id }) => id)]);
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

test('days that somebody set stay when it is merged with one that goes by its size', () => {
  const byHand = { ...taken, effort: 13 };
  const sized = adopted(library().byId.get('database-backup-policy')!, null);
  expect(daysOf(mergedOf([byHand, sized]))).toBe(13 + daysOf(sized));
  expect(daysOf(mergedOf([sized, byHand]))).toBe(13 + daysOf(sized));
});

const english = textsOf('en');
const own = written(
  {
    track: 'infrastructure',
    kind: 'best-practices',
    effort: 4,
    impact: {},
    checks: ['s3-bucket-public'],
    prerequisites: [],
    acceptance: ['The partner has confirmed it.'],
    words: {
      title: 'Close the share of the partner',
      problem: 'A partner still reads an old share.',
      outcome: 'Nobody outside reads it.',
      steps: ['Ask the partner.'],
      risks: [],
      metrics: [],
    },
  },
  'en',
  null,
);

test('the library’s text, taken anew, is that of all parts, and what was written here stays with it', () => {
  const merged = mergedOf([taken, own, adopted(library().byId.get('database-backup-policy')!, null)]);
  const met = merged.acceptance.map((one, at) => ({ ...one, met: at % 2 === 0 }));
  const changed = edited(
    { ...merged, acceptance: met, plan: { ...merged.plan, owner: 'Ana' } },
    { id: merged.id, words: { title: 'All at once', steps: ['Do it.'], problem: 'Something else.' } },
    english,
  );
  const back = pulled(recommendationRecordSchema.parse(JSON.parse(JSON.stringify(changed))));
  expect(back).toEqual({ ...merged, acceptance: met, plan: changed.plan, id: back.id, joined: back.joined });
  expect(wordsIn(back, english)).toEqual(wordsIn(merged, english));
  expect(wordsIn(back, english).steps).toContain('Ask the partner.');
  expect(Object.values(wordsIn(back, english).acceptance)).toContain('The partner has confirmed it.');
  expect(daysOf(back)).toBe(daysOf(merged));
});

test('what was merged twice is taken anew to its last part', () => {
  const twice = mergedOf([
    adopted(library().byId.get('database-backup-policy')!, null),
    mergedOf([taken, own]),
  ]);
  const { steps } = wordsIn(pulled(twice), english);
  expect(steps).toEqual(wordsIn(twice, english).steps);
  expect(pulled(twice).checks).toEqual(twice.checks);
});
