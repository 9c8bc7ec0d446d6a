import { FieldbookError } from '../../shared/contract/errors.ts';
import { type ScanScope, scopeSchema } from '../../shared/model/scan.ts';
import type { DomainHandlers, EngineContext, ScanOutcome } from '../context.ts';
import { gatewayFor } from '../gateway-for.ts';
import type { RunningScan } from '../scan-under-way.ts';
import type { Session } from '../session.ts';
import { cellsOf, readsOfCell } from '../snapshot/cells.ts';
import { deleteSnapshot, purgeDeleted, restoreSnapshot, setNote } from '../snapshot/history.ts';
import { judgementOf, listSnapshots } from '../snapshot/list.ts';
import { cancelScan, resumeScan, type ScanOptions, type ScanResult, startScan } from '../snapshot/scan.ts';
import { chosenChecks, chosenReads } from './chosen-checks.ts';

export const scanHandlers = (context: EngineContext): DomainHandlers<'scan'> => {
  const { scan } = context;
  const view = (session: Session, id: string) =>
    listSnapshots(session.db, session.auxiliaryTypes).find((one) => one.id === id)!;
  const changed = () => context.emit('changed', { what: 'snapshot' });

  async function run(
    scope: ScanScope,
    running: RunningScan,
    work: (options: ScanOptions) => Promise<ScanResult>,
  ): Promise<ScanOutcome> {
    const session = context.session();
    const reads = chosenReads(scope);
    const { signal, limiter } = running;
    const { gateway, now, rates, askSignIn } = await gatewayFor(context, scope.profiles[0]!, reads, signal);
    running.useRates(rates);
    try {
      const result = await work({
        db: session.db,
        gateway,
        reads,
        salt: session.salt,
        signal,
        limiter,
        onProgress: (progress) => context.emit('scan.progress', progress),
        onBegun: (snapshot) => {
          running.begun(snapshot);
          changed();
        },
        askSignIn,
        ...(now && { now }),
      });
      if (result.state === 'complete') {
        running.judging();
        await judge(session, result.snapshot, scope, signal);
      }
      return {
        snapshot: view(session, result.snapshot),
        refused: result.refused.map(({ account, failure }) => ({ account, message: failure.message })),
      };
    } finally {
      gateway.close();
      changed();
    }
  }

  async function judge(session: Session, uuid: string, scope: ScanScope, signal: AbortSignal): Promise<void> {
    const { id } = session.db.get(session.db.q.selectFrom('snapshot').select('id').where('uuid', '=', uuid))!;
    const wanted = new Set(chosenChecks(scope.checks).map((check) => check.id));
    await session.judge(id, {
      checks: session.rules.checks.filter((check) => wanted.has(check.id)),
      signal,
      onProgress: (verdicts) => context.emit('judge.progress', { verdicts }),
    });
  }

  async function resume(running: RunningScan): Promise<ScanOutcome> {
    const session = context.session();
    const row = session.db.get(
      session.db.q
        .selectFrom('snapshot')
        .select(['id', 'uuid', 'state', 'plan'])
        .where('state', '!=', 'cancelled')
        .where('deleted_at', 'is', null)
        .orderBy('id', 'desc'),
    );
    if (!row || (row.state === 'complete' && judgementOf(session.db, row.id)))
      throw new FieldbookError(
        'nothing-to-resume',
        'No scan of this engagement is unfinished.',
        "Start one with 'fieldbook scan'.",
      );
    const scope = scopeSchema.parse(JSON.parse(row.plan));
    if (row.state !== 'complete') return run(scope, running, resumeScan);
    // Everything was read, and the judging was broken off.
    running.begun(row.uuid);
    running.judging();
    await judge(session, row.uuid, scope, running.signal);
    changed();
    return { snapshot: view(session, row.uuid), refused: [] };
  }

  const starting = (scope: ScanScope) => (running: RunningScan) =>
    run(scope, running, (options) => startScan(scope, options));
  const db = () => context.session().db;

  return {
    start: ({ scope }, { signal }) => scan.run('normal', signal, starting(scope)),
    resume: (_, { signal }) => scan.run('normal', signal, resume),
    begin: async ({ scope, pace }) => ({ snapshot: await scan.begin(pace, starting(scope)) }),
    carryOn: async ({ pace }) => ({ snapshot: await scan.begin(pace, resume) }),
    wait: (_, { signal }) => scan.wait(signal),
    async pause() {
      await scan.stop();
      return {};
    },
    pace({ pace }) {
      scan.setPace(pace);
      return {};
    },
    underWay: () => scan.view,
    cancel() {
      scan.assertIdle();
      const session = context.session();
      const uuid = cancelScan(session.db);
      changed();
      return { snapshot: view(session, uuid) };
    },
    list(_, call) {
      const session = context.session();
      return { snapshots: listSnapshots(session.db, session.auxiliaryTypes, context.texts(call)) };
    },
    setNote({ snapshot, note }) {
      setNote(db(), snapshot, note);
      changed();
      return {};
    },
    delete({ snapshot }) {
      if (scan.view?.snapshot === snapshot) scan.assertIdle();
      purgeDeleted(db());
      deleteSnapshot(db(), snapshot, new Date());
      context.emit('changed', { what: 'engagement' });
      return {};
    },
    restore({ snapshot }) {
      restoreSnapshot(db(), snapshot);
      context.emit('changed', { what: 'engagement' });
      return {};
    },
    cells: ({ snapshot, account }, call) => cellsOf(db(), snapshot, account, context.texts(call)),
    calls: ({ snapshot, ...cell }, call) => readsOfCell(db(), snapshot, cell, context.texts(call)),
  };
};
