import type { DomainHandlers, EngineContext } from '../context.ts';
import { trailFacets, trailPage } from '../trail/page.ts';

export const trailHandlers = (context: EngineContext): DomainHandlers<'trail'> => ({
  page({ offset, limit, ...query }, call) {
    const { total, entries } = trailPage(context.session(), query, { offset, limit }, context.texts(call));
    return {
      total,
      entries: entries.map((entry) => ({
        ...entry,
        changes: entry.changes.map(({ path, before = null, after = null }) => ({ path, before, after })),
      })),
    };
  },
  facets: (_, call) => trailFacets(context.session(), context.texts(call)),
});
