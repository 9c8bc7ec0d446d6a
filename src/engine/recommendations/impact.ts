import { aspects } from '../../shared/model/aspect.ts';
import type { Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import type { Library } from './library.ts';

type Impact = Recommendation['impact'];

/** What a record improves: what was said of it, and all that its entry and those merged into it do, each aspect as much as the best of them. */
export function impactOf(
  { library, merged, impact: own }: Pick<RecommendationRecord, 'library' | 'merged' | 'impact'>,
  { byId }: Library,
): Impact {
  const ofEntries = [...(library ? [library.id] : []), ...merged].flatMap((id) => byId.get(id)?.impact ?? []);
  return mostOf([own, ...ofEntries]);
}

/** Each aspect as much as the best of several improves it. */
export function mostOf(impacts: readonly Impact[]): Impact {
  return Object.fromEntries(
    aspects.flatMap((aspect) => {
      const most = Math.max(0, ...impacts.map((impact) => impact[aspect] ?? 0));
      return most > 0 ? [[aspect, most]] : [];
    }),
  ) as Impact;
}
