import { FieldbookError } from '../../shared/contract/errors.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
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

/** What was taken, written or turned down under that id, or out of the library's entry of that name. */
export function takenUnder(
  records: readonly RecommendationRecord[],
  id: string,
  texts: Texts,
): RecommendationRecord | undefined {
  const one = records.find((record) => record.id === id) ?? records.find(({ library }) => library?.id === id);
  if (one) return one;
  const whole = records.find(({ merged }) => merged.includes(id));
  if (!whole) return undefined;
  throw new FieldbookError(
    'bad-input',
    `The recommendation ${id} was made a part of '${wordsIn(whole, texts).title}'.`,
    `It goes with that one alone, whose id is ${whole.id}.`,
  );
}
