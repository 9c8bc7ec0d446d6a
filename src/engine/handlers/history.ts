import type { DomainHandlers, EngineContext } from '../context.ts';
import { journalPage } from '../records/journal.ts';

export const historyHandlers = (context: EngineContext): DomainHandlers<'history'> => ({
  undo({ step }) {
    const { undone, kinds } = context.session().records.undo(step);
    context.emit('changed', { what: 'records', kinds });
    return { undone };
  },
  redo() {
    const { step, kinds } = context.session().records.redo();
    context.emit('changed', { what: 'records', kinds });
    return { step };
  },
  state() {
    const { canUndo, canRedo } = context.session().records;
    return { canUndo, canRedo };
  },
  page: ({ offset, limit, ...query }) => journalPage(context.session().db, query, { offset, limit }),
});
