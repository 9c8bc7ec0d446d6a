import type { Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import type { Library } from './library.ts';
import { partsIn } from './parts.ts';

/** Person-days for so many resources: an entry gives them for up to 50, up to 500, and more. */
export const daysFor = ({ effort }: Pick<Recommendation, 'effort'>, resources: number): number =>
  resources <= 50 ? effort.small : resources <= 500 ? effort.medium : effort.large;

/** Person-days of what has no entry to go by, while nobody has said more. */
export const UNSAID = 1;

/**
 * What all that a record was merged from takes together: as many days as somebody said, else by its entries. Null where
 * there is nothing to go by.
 */
export function effortOf(
  record: RecommendationRecord,
  library: Library,
): Pick<Recommendation, 'effort'> | null {
  const { joined } = record;
  const all = joined.length > 0 ? joined.map((one) => saidOf(one, library)) : partsIn(record, library);
  if (all.length === 0) return null;
  const sum = (size: keyof Recommendation['effort']) =>
    all.reduce((total, { effort }) => total + effort[size], 0);
  return { effort: { small: sum('small'), medium: sum('medium'), large: sum('large') } };
}

function saidOf(record: RecommendationRecord, library: Library): Pick<Recommendation, 'effort'> {
  const sizes = record.effort === null ? effortOf(record, library) : null;
  const days = record.effort ?? UNSAID;
  return sizes ?? { effort: { small: days, medium: days, large: days } };
}
