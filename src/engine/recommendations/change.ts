import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Recommendation } from '../../shared/model/recommendation.ts';
import {
  type OwnWords,
  type RecommendationRecord,
  recommendationRecordSchema,
} from '../../shared/model/records/recommendation.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import { refusal } from '../refusal.ts';
import { allTexts, type Texts } from '../texts.ts';
import { effortOf } from './effort.ts';
import { entriesIn } from './entries.ts';
import type { EntryFile } from './entry-file.ts';
import { impactOf, mostOf } from './impact.ts';
import { library } from './library.ts';
import { codeIn, needsRestart, partsIn, referencesIn } from './parts.ts';
import { digestsOf, libraryWords, withoutLibrarys, wordsIn } from './words.ts';

type Edit = z.output<Contract['recommendations']['edit']['args']>;
type Written = z.output<Contract['recommendations']['write']['args']>;

/** An entry of the library, or an explanation that there is none. */
export function entryOf(id: string): Recommendation {
  const entry = library().byId.get(id);
  if (entry) return entry;
  throw cannot('recommendation-unknown', 'recommendations.notInLibrary', { id });
}

/** A record of an entry as it stands in the library now. */
export const adopted = (entry: Recommendation, since: string | null): RecommendationRecord =>
  recommendationRecordSchema.parse({
    id: uuidv7(),
    library: linkTo(entry),
    track: entry.track,
    kind: entry.kind,
    checks: entry.checks,
    items: entry.items,
    systemChecks: entry.systemChecks,
    prerequisites: entry.prerequisites,
    acceptance: entry.acceptance,
    since,
  });

/** A record of what the consultant wrote, in one language. */
export function written(own: Written, language: string, since: string | null): RecommendationRecord {
  const acceptance = own.acceptance.map((text, at) => ({ id: `own-${at + 1}`, text }));
  return recommendationRecordSchema.parse({
    id: uuidv7(),
    library: null,
    impact: own.impact,
    track: own.track,
    kind: own.kind,
    effort: own.effort,
    checks: own.checks,
    prerequisites: own.prerequisites,
    acceptance: acceptance.map(({ id }) => ({ id, checks: [] })),
    words: {
      [language]: {
        ...own.words,
        acceptance: Object.fromEntries(acceptance.map(({ id, text }) => [id, text])),
      },
    },
    since,
  });
}

/** A record of an entry that was read from a file; in place of another it keeps its plan and what people saw. */
export function imported(
  { entry, words, code }: EntryFile,
  since: string | null,
  before: RecommendationRecord | undefined,
): RecommendationRecord {
  const { id, version, effort, restart, references } = entry;
  return recommendationRecordSchema.parse({
    id: before?.id ?? uuidv7(),
    library: null,
    source: { id, version, effort, restart, references, code },
    impact: entry.impact,
    dismissed: before?.dismissed,
    track: entry.track,
    kind: entry.kind,
    checks: entry.checks,
    items: entry.items,
    systemChecks: entry.systemChecks,
    prerequisites: entry.prerequisites,
    acceptance: entry.acceptance.map((one) => ({
      ...one,
      met: before?.acceptance.find(({ id }) => id === one.id)?.met,
    })),
    words,
    since: before?.since ?? since,
    plan: before?.plan,
  });
}

/** A record with an edit in the language of the texts. */
export function edited(record: RecommendationRecord, edit: Edit, texts: Texts): RecommendationRecord {
  if (record.library && (edit.checks || edit.impact))
    throw cannot('bad-input', 'recommendations.linksOfLibrary');
  const own: OwnWords = { ...record.words[texts.language] };
  for (const [field, value] of Object.entries(edit.words ?? {}))
    if (value === null) delete own[field as keyof OwnWords];
    else Object.assign(own, { [field]: value });
  let { acceptance } = record;
  if (edit.acceptance) {
    let next = 1 + Math.max(0, ...acceptance.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0)));
    const given = edit.acceptance.map(({ id, text }) => ({ id: id ?? `own-${next++}`, text }));
    acceptance = given.map(
      ({ id }) => record.acceptance.find((one) => one.id === id) ?? { id, checks: [], met: null },
    );
    own.acceptance = Object.fromEntries(given.map(({ id, text }) => [id, text]));
  }
  const words = withoutLibrarys(own, libraryWords(record, texts));
  const { [texts.language]: _, ...others } = record.words;
  const after = {
    ...record,
    ...(edit.track && { track: edit.track }),
    ...(edit.kind && { kind: edit.kind }),
    ...(edit.effort !== undefined && { effort: edit.effort }),
    ...(edit.prerequisites && { prerequisites: edit.prerequisites }),
    ...(edit.checks && { checks: edit.checks }),
    ...(edit.impact && { impact: edit.impact }),
    acceptance,
    words: Object.keys(words).length > 0 ? { ...others, [texts.language]: words } : others,
  };
  if (wordsIn(after, texts).title === '')
    throw refusal(texts, texts.t('files.entries.noTitle'), texts.t('files.entries.noTitleNext'));
  return after;
}

/**
 * One of several: the first one's title, the steps, risks, metrics and conditions of all, in every language in which they
 * have words, and the plan of the first that has one. What else their entries have stays with them.
 */
export function mergedOf(
  records: readonly [RecommendationRecord, ...RecommendationRecord[]],
): RecommendationRecord {
  const [first, ...others] = records;
  // Others may name a part by its entry, or by the record that it was.
  const names = [...records.flatMap(entriesIn), ...others.map(({ id }) => id)];
  const inner = new Set([...names, first.id]);
  const unique = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
  const conditionId = (at: number, id: string) => (at === 0 ? id : `merged-${at}-${id}`);
  return {
    ...first,
    joined: [...records],
    parts: records.flatMap(({ source, parts }, at) => (at > 0 && source ? [source, ...parts] : parts)),
    merged: unique([names]).filter((id) => id !== first.library?.id && id !== first.source?.id),
    impact: mostOf(records.map(({ impact }) => impact)),
    effort: null,
    checks: unique(records.map(({ checks }) => checks)),
    items: unique(records.map(({ items }) => items)),
    systemChecks: unique(records.map(({ systemChecks }) => systemChecks)),
    prerequisites: unique(records.map(({ prerequisites }) => prerequisites)).filter((id) => !inner.has(id)),
    acceptance: records.flatMap(({ acceptance }, at) =>
      acceptance.map((one) => ({ ...one, id: conditionId(at, one.id) })),
    ),
    words: Object.fromEntries(
      allTexts().map((texts) => {
        const all = records.map((record) => wordsIn(record, texts));
        const of = (field: 'steps' | 'risks' | 'metrics') => unique(all.map((words) => words[field]));
        return [
          texts.language,
          {
            ...first.words[texts.language],
            problem: unique(all.map(({ problem }) => [problem])).join('\n\n'),
            outcome: unique(all.map(({ outcome }) => [outcome])).join('\n\n'),
            steps: of('steps'),
            risks: of('risks'),
            metrics: of('metrics'),
            acceptance: Object.assign(
              {},
              ...all.map(({ acceptance }, at) =>
                Object.fromEntries(
                  Object.entries(acceptance).map(([id, text]) => [conditionId(at, id), text]),
                ),
              ),
            ),
          },
        ];
      }),
    ),
    // Of parts that are done the whole is not.
    plan:
      [first, ...others.filter(({ plan }) => plan.horizon !== 'done')].find(isPlanned)?.plan ?? first.plan,
  };
}

const isPlanned = ({ plan }: RecommendationRecord): boolean => plan.horizon !== null;

/** The library's words and advice again, of all that were merged; the plan, the owner and what a person saw stay. */
export function pulled(record: RecommendationRecord): RecommendationRecord {
  linkOf(record);
  const fresh = asOfTheLibrary(record);
  return {
    ...fresh,
    id: record.id,
    plan: record.plan,
    dismissed: record.dismissed,
    acceptance: fresh.acceptance.map((one) => ({
      ...one,
      met: record.acceptance.find(({ id }) => id === one.id)?.met ?? null,
    })),
  };
}

/** What was written here or read in says what it said when it was merged. */
function asOfTheLibrary(record: RecommendationRecord): RecommendationRecord {
  const [first, ...others] = record.joined.map(asOfTheLibrary);
  if (first) return mergedOf([first, ...others]);
  return record.library ? { ...adopted(entryOf(record.library.id), record.since), id: record.id } : record;
}

/** The same record, to which the library's present words are no news. */
export function kept(record: RecommendationRecord): RecommendationRecord {
  return { ...record, library: linkTo(entryOf(linkOf(record).id)) };
}

const linkTo = ({ id, version }: Recommendation): NonNullable<RecommendationRecord['library']> => ({
  id,
  version,
  words: digestsOf(id),
});

function linkOf({ library }: RecommendationRecord): NonNullable<RecommendationRecord['library']> {
  if (library) return library;
  throw cannot('bad-input', 'recommendations.ownWords');
}

/**
 * An entry of the library as files of resources/recommendations hold them, with its words by language and its code
 * beside it: `readEntryFile` reads it again, in another engagement and by another version of Fieldbook.
 */
export function asEntry(
  record: RecommendationRecord,
  others: readonly RecommendationRecord[] = [],
): EntryFile {
  const parts = partsIn(record, library());
  const code = codeIn(parts);
  const days = record.effort ?? 1;
  const sizes = record.effort === null ? effortOf(record, library()) : null;
  const [any] = allTexts();
  const id = record.library?.id ?? record.source?.id ?? slug(wordsIn(record, any!).title);
  return {
    entry: {
      id,
      version: (record.library?.version ?? record.source?.version ?? 0) + 1,
      track: record.track,
      kind: record.kind,
      effort: sizes?.effort ?? { small: days, medium: days, large: days },
      impact: impactOf(record, library()),
      restart: needsRestart(parts),
      checks: record.checks,
      items: record.items,
      systemChecks: record.systemChecks,
      // Those that were written here and never read from a file have no id that another engagement knows.
      prerequisites: record.prerequisites.flatMap((named) => {
        const other = others.find((one) => one.id === named || one.source?.id === named);
        return other?.library?.id ?? other?.source?.id ?? (library().byId.has(named) ? named : []);
      }),
      acceptance: record.acceptance.map(({ id, checks }) => ({ id, checks })),
      references: referencesIn(parts),
      code: {
        terraform: code.terraform === undefined ? null : `${id}.tf`,
        cli: code.cli === undefined ? null : `${id}.sh`,
      },
    },
    words: Object.fromEntries(
      allTexts()
        .filter((texts) => record.words[texts.language] || libraryWords(record, texts))
        .map((texts) => [texts.language, wordsIn(record, texts)]),
    ),
    code,
  };
}

const slug = (title: string): string => {
  const words =
    title
      .normalize('NFD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `own-${words.slice(0, 6).join('-') || 'recommendation'}`;
};
