import type { Language } from '../../shared/model/languages.ts';
import { languages } from '../../shared/model/languages.ts';
import type { RecommendationWords } from '../../shared/model/recommendation.ts';
import type { OwnWords, RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { digest53 } from '../findings/digest.ts';
import { allTexts, type Texts, textsOf } from '../texts.ts';
import { library, wordsOf } from './library.ts';

export type Field = keyof RecommendationWords;

/** Digests of the library's words of an entry, by language. */
export const digestsOf = (id: string): Record<Language, number> =>
  Object.fromEntries(allTexts().map((texts) => [texts.language, digest53(wordsOf(id, texts))])) as Record<
    Language,
    number
  >;

/** The library's words of a record, none for one that was written here or whose entry is gone. */
export const libraryWords = (record: RecommendationRecord, texts: Texts): RecommendationWords | null =>
  record.library && library().byId.has(record.library.id) ? wordsOf(record.library.id, texts) : null;

/**
 * What a record says in a language: its own words of that language, else the library's, else its own of another. What
 * was written in one language alone is better read in that one than not at all.
 */
export function wordsIn(record: RecommendationRecord, texts: Texts): RecommendationWords {
  const base = libraryWords(record, texts);
  const others = languages.filter((one) => one !== texts.language);
  const layers: OwnWords[] = [
    record.words[texts.language] ?? {},
    base ?? {},
    ...others.map((language) => record.words[language] ?? {}),
    ...others.map((language) => libraryWords(record, textsOf(language)) ?? {}),
  ];
  const first = <F extends Field>(field: F, otherwise: RecommendationWords[F]): RecommendationWords[F] =>
    (layers.find((layer) => layer[field] !== undefined)?.[field] as RecommendationWords[F] | undefined) ??
    otherwise;
  const sentences = Object.assign({}, ...layers.toReversed().map(({ acceptance }) => acceptance ?? {}));
  return {
    title: first('title', ''),
    problem: first('problem', ''),
    outcome: first('outcome', ''),
    steps: first('steps', []),
    acceptance: Object.fromEntries(record.acceptance.map(({ id }) => [id, sentences[id] ?? ''])),
    risks: first('risks', []),
    metrics: first('metrics', []),
  };
}

/** Fields that were changed here in a language. */
export const changedHere = (record: RecommendationRecord, { language }: Pick<Texts, 'language'>): Field[] =>
  record.library ? (Object.keys(record.words[language] ?? {}) as Field[]) : [];

/** Whether the library says something else than when the record was taken from it or last pulled. */
export function changedInLibrary({ library: from }: RecommendationRecord, texts: Texts): boolean {
  const entry = from && library().byId.get(from.id);
  if (!from || !entry) return false;
  const then = from.words[texts.language];
  return (
    entry.version !== from.version || (then !== undefined && then !== digest53(wordsOf(entry.id, texts)))
  );
}

/** Own words of a language, without those that are what the library says anyway. */
export function withoutLibrarys(own: OwnWords, base: RecommendationWords | null): OwnWords {
  if (!base) return own;
  return Object.fromEntries(
    Object.entries(own).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as Field]),
    ),
  );
}
