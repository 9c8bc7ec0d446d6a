import { type Severity, severities } from '../../shared/model/finding.ts';
import { openFilter } from '../../shared/model/finding-query.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { openBySeverity, withoutAside } from '../decisions/decided.ts';
import { openSavings } from '../decisions/savings.ts';
import { topActions } from '../findings/actions.ts';
import { findingsByNumber } from '../findings/read.ts';
import { summaryOf } from '../findings/summary.ts';
import { titleOf } from '../findings/words.ts';
import { acceptLogo, shownLogo } from '../reports/logo-check.ts';
import { reportsMade } from '../reports/shelf.ts';
import { Session, type Surroundings } from '../session.ts';
import { changesOnce, sinceVisit } from '../since.ts';
import { listSnapshots, type SnapshotInfo } from '../snapshot/list.ts';
import type { Visit, Workspace } from '../store/workspace.ts';
import { toFindings } from './finding-view.ts';

const state = (session: Session) => ({
  ...session.engagement,
  path: session.store.path,
  readonly: session.store.readonly,
  backup: session.store.backup ?? null,
});

const nothingOpen = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<
  Severity,
  number
>;

/** Where the engagement stood in the judged snapshot before. */
function previousOf(session: Session, snapshots: readonly SnapshotInfo[], shown: string) {
  const earlier = snapshots.slice(snapshots.findIndex((one) => one.id === shown) + 1);
  const previous = earlier.find((one) => one.judged);
  if (!previous) return null;
  const judged = session.snapshot(previous.id);
  const { scores, savings } = summaryOf(session.db, judged.judgement, session.checks);
  // As decided today, so that what moves between the two is the estate.
  const decided = session.decided(judged);
  return {
    id: previous.id,
    startedAt: previous.startedAt,
    scores,
    savings: openSavings(savings, decided),
    open: openBySeverity(decided),
  };
}

const withoutUndefined = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const remember = (workspace: Workspace, { store, engagement: { id, client } }: Session): void =>
  workspace.remember({ path: store.path, engagement: id, client, openedAt: new Date().toISOString() });

export const engagementHandlers = (context: EngineContext): DomainHandlers<'engagement'> => {
  const opened = async (open: () => Session) => {
    // First of all, so that a workspace that cannot be used leaves no new engagement behind.
    const { workspace } = context;
    const session = open();
    await context.use(session);
    remember(workspace, session);
    context.emit('changed', { what: 'engagement' });
    return state(session);
  };
  const slow = context.options.onSlowQuery;
  const { today } = context.options;
  const surroundings: Surroundings = {
    person: () => context.workspace.preferences().person,
    ...(today && { today }),
  };

  /** The visit before this one, found when a session is first looked at; it is compared with once as well. */
  const visits = new WeakMap<Session, { last: Visit | undefined; changes: ReturnType<typeof changesOnce> }>();
  const sinceLastTime = (session: Session, snapshots: readonly SnapshotInfo[]) => {
    const { id } = session.engagement;
    const { last, changes } = visits.get(session) ?? {
      last: context.workspace.lastVisit(id),
      changes: changesOnce(session),
    };
    visits.set(session, { last, changes });
    context.workspace.visit(id, snapshots.find((one) => one.judged)?.id ?? null);
    return last ? sinceVisit(session, snapshots, last, changes) : null;
  };
  return {
    create({ path, passphrase, ...engagement }) {
      return opened(() =>
        Session.create(
          { path, passphrase, ...(slow && { slow }) },
          { ...engagement, currency: 'USD' },
          surroundings,
        ),
      );
    },
    async open({ path, passphrase, readonly }) {
      // The one that is open lets its lock go first, so that a file can be opened again.
      await context.use(undefined);
      return opened(() =>
        Session.open(
          { path, passphrase, mode: readonly ? 'read' : 'write', ...(slow && { slow }) },
          surroundings,
        ),
      );
    },
    async close() {
      await context.use(undefined);
      context.emit('changed', { what: 'engagement' });
      return {};
    },
    current() {
      const session = context.current();
      return session ? state(session) : null;
    },
    overview({ snapshot: wanted }, call) {
      const session = context.session();
      const snapshots = listSnapshots(session.db, session.auxiliaryTypes, context.texts(call));
      const engagement = state(session);
      const since = sinceLastTime(session, snapshots);
      const newest = snapshots.find((one) => one.judged);
      const reports = reportsMade(session.db);
      if (!wanted && !newest)
        return {
          engagement,
          snapshot: snapshots[0] ?? null,
          scores: null,
          savings: null,
          open: nothingOpen,
          top: [],
          actions: [],
          previous: null,
          since,
          reports,
        };
      const chosen = session.snapshot(wanted);
      const { scores, savings, summary } = summaryOf(session.db, chosen.judgement, session.checks);
      const board = session.board(chosen);
      const top = board.page(openFilter, { by: 'severity', direction: 'desc' }, 0, 8).findings;
      const texts = context.texts(call);
      const decided = session.decided(chosen);
      return {
        engagement,
        snapshot: snapshots.find((one) => one.id === chosen.uuid)!,
        scores,
        savings: openSavings(savings, decided),
        open: openBySeverity(decided),
        top: toFindings(findingsByNumber(session.db, board.verdicts, top, session.checks), texts, decided),
        actions: topActions(withoutAside(summary, decided.aside), session.checks, 8).map((action) => ({
          ...action,
          title: titleOf(action.check, texts),
        })),
        previous: previousOf(session, snapshots, chosen.uuid),
        since,
        reports,
      };
    },
    update(change) {
      const session = context.session();
      session.saveEngagement({ ...session.engagement, ...withoutUndefined(change) });
      if (change.client) remember(context.workspace, session);
      context.emit('changed', { what: 'engagement' });
      return state(session);
    },
    logo: () => ({ logo: shownLogo(context.session().logo.get()) }),
    setLogo({ base64 }) {
      const { logo } = context.session();
      logo.set(base64 === null ? null : acceptLogo(Buffer.from(base64, 'base64')));
      context.emit('changed', { what: 'reports' });
      return { logo: shownLogo(logo.get()) };
    },
    readLogo: ({ base64 }) => ({
      logo: shownLogo(base64 === null ? null : acceptLogo(Buffer.from(base64, 'base64'))),
    }),
    setTagPolicy({ tagPolicy }) {
      const session = context.session();
      session.saveEngagement({ ...session.engagement, tagPolicy });
      context.emit('changed', { what: 'engagement' });
      return state(session);
    },
    setClock({ at }) {
      context.session().setClock(at);
      return {};
    },
    forgetRecent({ path }) {
      const { workspace } = context;
      const files = workspace.recent().filter((one) => path === undefined || one.path === path);
      for (const file of files) workspace.forget(file.path);
      context.emit('changed', { what: 'recent' });
      return { files };
    },
    restoreRecent({ files }) {
      for (const file of files) context.workspace.remember(file);
      context.emit('changed', { what: 'recent' });
      return {};
    },
    recent: () => ({ files: context.workspace.recent() }),
  };
};
