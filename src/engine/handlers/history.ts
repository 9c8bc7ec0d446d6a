import type { CallContext } from '../../shared/contract/define.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { journalPage } from '../records/journal.ts';
import { trailPage } from '../trail/page.ts';

export const historyHandlers = (context: EngineContext): DomainHandlers<'history'> => {
  /** Of the step that was written last. */
  const sentence = (call: CallContext): string =>
    trailPage(context.session(), {}, { offset: 0, limit: 1 }, context.texts(call)).entries[0]!.sentence;
  return {
    undo({ step }, call) {
      const { undone, kinds } = context.session().records.undo(step);
      context.emit('changed', { what: 'records', kinds });
      return { undone, sentence: sentence(call) };
    },
    redo(_, call) {
      const { step, kinds } = context.session().records.redo();
      context.emit('changed', { what: 'records', kinds });
      return { step, sentence: sentence(call) };
    },
    state() {
      const { canUndo, canRedo } = context.session().records;
      return { canUndo, canRedo };
    },
    page: ({ offset, limit, ...query }) => journalPage(context.session().db, query, { offset, limit }),
  };
};
