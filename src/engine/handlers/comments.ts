import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { identityOf } from '../decisions/views.ts';
import { findFinding } from './find-finding.ts';

export const commentsHandlers = (context: EngineContext): DomainHandlers<'comments'> => {
  const known = (id: string) => {
    const comment = context.session().records.get('comment', id);
    if (comment) return comment;
    throw cannot('bad-input', 'findings.commentUnknown', { id });
  };
  return {
    add({ snapshot, finding: wanted, text }) {
      const session = context.session();
      const { finding } = findFinding(session, session.snapshot(snapshot).judgement, wanted);
      const { step, result } = context.change('comment.add', (changes) =>
        changes.put('comment', {
          id: uuidv7(),
          finding: identityOf(finding),
          text,
          by: session.person,
          at: session.now().toISOString(),
        }),
      );
      return { step, comment: result };
    },
    edit({ id, text }) {
      const comment = known(id);
      const { step, result } = context.change('comment.edit', (changes) =>
        changes.put('comment', { ...comment, text, editedAt: context.session().now().toISOString() }),
      );
      return { step, comment: result };
    },
    remove({ id }) {
      known(id);
      const { step } = context.change('comment.remove', (changes) => changes.remove('comment', id));
      return { step };
    },
  };
};
