import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { cannot } from '../cannot.ts';
import type { Texts } from '../texts.ts';
import { wordsIn } from './words.ts';

/** Entries that a record holds, by which others may name it: its own, of the library or read in, and those merged into it. */
export const entriesIn = ({
  library,
  source,
  merged,
}: Pick<RecommendationRecord, 'library' | 'source' | 'merged'>): string[] => [
  ...(library ? [library.id] : []),
  ...(source ? [source.id] : []),
  ...merged,
];

/** What it was merged from, to the last one, its own first; itself where nothing was merged. */
export const leavesOf = (record: RecommendationRecord): RecommendationRecord[] =>
  record.joined.length > 0 ? record.joined.flatMap(leavesOf) : [record];

/** Whether it came of the entry of that name, of the library or read in. */
export const isOfEntry = ({ library, source }: RecommendationRecord, id: string): boolean =>
  library?.id === id || source?.id === id;

/** What was taken, written or turned down under that id, or of the entry of that name. */
export function takenUnder(
  records: readonly RecommendationRecord[],
  id: string,
  texts: Texts,
): RecommendationRecord | undefined {
  const one = records.find((record) => record.id === id) ?? records.find((record) => isOfEntry(record, id));
  if (one) return one;
  refuseMerged(records, id, texts);
  return undefined;
}

/** Refuses the name of an entry that was merged into another, and says which one. */
export function refuseMerged(records: readonly RecommendationRecord[], id: string, texts: Texts): void {
  const whole = records.find(({ merged }) => merged.includes(id));
  if (!whole) return;
  throw cannot('bad-input', 'recommendations.merged', {
    id,
    title: wordsIn(whole, texts).title,
    whole: whole.id,
  });
}
