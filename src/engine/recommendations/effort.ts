import type { Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import type { Library } from './library.ts';
import { partsIn } from './parts.ts';

/** Person-days for so many resources: an entry gives them for up to 50, up to 500, and more. */
export const daysFor = ({ effort }: Pick<Recommendation, 'effort'>, resources: number): number =>
  resources <= 50 ? effort.small : resources <= 500 ? effort.medium : effort.large;

/** What all entries of a record take together; null where there is none to go by. */
export function effortOf(
  record: RecommendationRecord,
  library: Library,
): Pick<Recommendation, 'effort'> | null {
  const parts = partsIn(record, library);
  if (parts.length === 0) return null;
  const sum = (size: keyof Recommendation['effort']) =>
    parts.reduce((total, { effort }) => total + effort[size], 0);
  return { effort: { small: sum('small'), medium: sum('medium'), large: sum('large') } };
}
