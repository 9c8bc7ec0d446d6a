import { z } from 'zod';
import { kinds, tracks } from '../../shared/model/recommendation.ts';

export const actionSorts = [
  'rank',
  'title',
  'track',
  'kind',
  'severity',
  'findings',
  'saving',
  'effort',
] as const;
export const shows = ['open', 'proposed', 'adopted', 'done', 'dismissed'] as const;

/** What the address of the page holds. */
export const recommendationsSearch = z.object({
  /** Id of the one whose panel is open: of the record, or in the library. */
  recommendation: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  show: z.enum(shows).optional().catch(undefined),
  track: z.enum(tracks).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  sort: z
    .object({ by: z.enum(actionSorts), direction: z.enum(['asc', 'desc']) })
    .optional()
    .catch(undefined),
});
export type RecommendationsSearch = z.infer<typeof recommendationsSearch>;
