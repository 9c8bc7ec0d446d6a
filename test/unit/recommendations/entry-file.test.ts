import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { adopted, asEntry, imported, written } from '../../../src/engine/recommendations/change.ts';
import { readEntryFile } from '../../../src/engine/recommendations/entry-file.ts';
import { codeByFile, codeOf, library } from '../../../src/engine/recommendations/library.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { aspects } from '../../../src/shared/model/aspect.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { kinds, tracks } from '../../../src/shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../../src/shared/model/records/recommendation.ts';
import { thrownBy } from '../../support/errors.ts';

const known = {
  checks: new Set(checks.map(({ id }) => id)),
  entries: new Set(library().byId.keys()),
  code: new Map<string, string>(),
};
const read = (entry: object, more: Partial<typeof known> = {}) =>
  readEntryFile('entry.json', JSON.stringify(entry), { ...known, ...more }, textsOf('en'));

/** What it is saved as, read in and saved again. */
function again(record: RecommendationRecord) {
  const saved = asEntry(record);
  const after = imported(read(saved), null, undefined);
  return { saved, after, savedAgain: asEntry(after) };
}
const raised = ({ entry, ...others }: ReturnType<typeof asEntry>) => ({
  ...others,
  entry: { ...entry, version: entry.version + 1 },
});

test.each(library().all)('$id comes back from a file with all that it has, its code too', (entry) => {
  const { saved, after, savedAgain } = again(adopted(entry, null));
  expect(saved.entry).toEqual({ ...entry, version: entry.version + 1 });
  expect(after.source!.code).toEqual(codeOf(entry));
  expect(savedAgain).toEqual(raised(saved));
});

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 });
const text = fc.string({ maxLength: 40 });
const sentence = fc.string({ minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '');
const own = fc.record({
  track: fc.constantFrom(...tracks),
  kind: fc.constantFrom(...kinds),
  effort: fc.double({ min: 0.5, max: 2000, noNaN: true }),
  words: fc.record(
    {
      title: sentence.map((one) => one.trim()),
      problem: text,
      outcome: text,
      steps: fc.array(text, { maxLength: 20 }),
      risks: fc.array(text, { maxLength: 10 }),
      metrics: fc.array(text, { maxLength: 10 }),
    },
    { requiredKeys: ['title'] },
  ),
  acceptance: fc.array(sentence, { maxLength: 20 }),
  checks: some([...known.checks]),
  prerequisites: some([...known.entries]),
  impact: fc.dictionary(fc.constantFrom(...aspects), fc.constantFrom(1 as const, 2 as const, 3 as const)),
});

test('whatever was written comes back from a file the same, in the language that it was written in alone', () => {
  fc.assert(
    fc.property(own, fc.constantFrom(...languages), (values, language) => {
      const { saved, after, savedAgain } = again(written(values, language, null));
      expect(Object.keys(after.words)).toEqual([language]);
      expect(after.impact).toEqual(values.impact);
      expect(saved.entry.effort.medium).toBe(values.effort);
      expect(savedAgain).toEqual(raised(saved));
    }),
  );
});

test('code that an older file only names is the library’s, and what nobody has is said by its line', async () => {
  const entry = library().all.find(({ code }) => code.cli)!;
  const { code: _, ...older } = asEntry(adopted(entry, null));
  expect(read(older, { code: new Map(codeByFile()) }).code).toEqual(codeOf(entry));
  const error = await thrownBy(async () => read(older));
  expect(error.message).toContain(`entry.code.cli: The text of '${entry.code.cli}' is not in the file`);
});
