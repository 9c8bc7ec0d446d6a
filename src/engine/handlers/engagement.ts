import { severities } from '../../shared/model/finding.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { findingsByNumber } from '../findings/read.ts';
import { summaryOf } from '../findings/summary.ts';
import { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { toFindings } from './finding-view.ts';

const state = (session: Session) => ({
  ...session.engagement,
  path: session.store.path,
  readonly: session.store.readonly,
  backup: session.store.backup ?? null,
});

export const engagementHandlers = (context: EngineContext): DomainHandlers<'engagement'> => {
  const opened = (open: () => Session) => {
    // First of all, so that a workspace that cannot be used leaves no new engagement behind.
    const { workspace } = context;
    const session = open();
    context.use(session);
    workspace.remember(session.store.path, session.engagement.client);
    context.emit('changed', { what: 'engagement' });
    return state(session);
  };
  const slow = context.options.onSlowQuery;
  return {
    create({ path, passphrase, ...engagement }) {
      return opened(() =>
        Session.create({ path, passphrase, ...(slow && { slow }) }, { ...engagement, currency: 'USD' }),
      );
    },
    open({ path, passphrase, readonly }) {
      // The one that is open lets its lock go first, so that a file can be opened again.
      context.use(undefined);
      return opened(() =>
        Session.open({ path, passphrase, mode: readonly ? 'read' : 'write', ...(slow && { slow }) }),
      );
    },
    close() {
      context.use(undefined);
      context.emit('changed', { what: 'engagement' });
      return {};
    },
    current() {
      const session = context.current();
      return session ? state(session) : null;
    },
    overview({ snapshot: wanted }) {
      const session = context.session();
      const snapshots = listSnapshots(session.db, session.auxiliaryTypes);
      const engagement = state(session);
      const none = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<
        (typeof severities)[number],
        number
      >;
      const judged = wanted ? true : snapshots.some((one) => one.judged);
      if (!judged)
        return {
          engagement,
          snapshot: snapshots[0] ?? null,
          scores: null,
          savings: null,
          open: none,
          top: [],
        };
      const chosen = session.snapshot(wanted);
      const { scores, savings } = summaryOf(session.db, chosen.judgement, session.checks);
      const board = session.board(chosen.judgement);
      const open = { ...none };
      for (const { value, count } of board.facets({ status: ['fail'] }, 'severity'))
        open[value as keyof typeof open] = count;
      const top = board.page({ status: ['fail'] }, { by: 'severity', direction: 'desc' }, 0, 8).findings;
      return {
        engagement,
        snapshot: snapshots.find((one) => one.id === chosen.uuid)!,
        scores,
        savings,
        open,
        top: toFindings(findingsByNumber(session.db, board.verdicts, top, session.checks), context.texts()),
      };
    },
    setTagPolicy({ tagPolicy }) {
      const session = context.session();
      session.saveEngagement({ ...session.engagement, tagPolicy });
      context.emit('changed', { what: 'engagement' });
      return state(session);
    },
    recent: () => ({ files: context.workspace.recent() }),
  };
};
