import { aspects } from '../../shared/model/aspect.ts';
import type { Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import type { Library } from './library.ts';

type Impact = Recommendation['impact'];

/** What a record improves: all that its entry and those merged into it do, each aspect as much as the best of them. */
export function impactOf(
  { library, merged }: Pick<RecommendationRecord, 'library' | 'merged'>,
  { byId }: Library,
): Impact {
  const impacts = [...(library ? [library.id] : []), ...merged].flatMap((id) => byId.get(id)?.impact ?? []);
  return Object.fromEntries(
    aspects.flatMap((aspect) => {
      const most = Math.max(0, ...impacts.map((impact) => impact[aspect] ?? 0));
      return most > 0 ? [[aspect, most]] : [];
    }),
  ) as Impact;
}
