import { FieldbookError } from '../../shared/contract/errors.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { findResource, resourceCounts, resourcePage } from '../snapshot/resources.ts';

export const resourcesHandlers = (context: EngineContext): DomainHandlers<'resources'> => ({
  page({ snapshot, offset, limit, ...query }) {
    const session = context.session();
    return resourcePage(session.db, session.snapshot(snapshot).id, session.plan, query, { offset, limit });
  },

  counts({ snapshot, by }) {
    const session = context.session();
    return { counts: resourceCounts(session.db, session.snapshot(snapshot).id, session.plan, by) };
  },

  get({ snapshot, arn }) {
    const session = context.session();
    const found = findResource(session.db, session.snapshot(snapshot).id, session.plan, arn);
    if (!found)
      throw new FieldbookError(
        'resource-unknown',
        `${arn} is not in this snapshot.`,
        "Take an ARN from 'fieldbook resources'.",
      );
    return found;
  },
});
