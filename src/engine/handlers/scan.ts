import { FieldbookError } from '../../shared/contract/errors.ts';
import { type ScanScope, scopeSchema } from '../../shared/model/scan.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { openGateway } from '../gateways.ts';
import type { Session } from '../session.ts';
import { judgementOf, listSnapshots } from '../snapshot/list.ts';
import { cancelScan, resumeScan, type ScanOptions, type ScanResult, startScan } from '../snapshot/scan.ts';
import { chosenChecks, chosenReads } from './chosen-checks.ts';

export const scanHandlers = (context: EngineContext): DomainHandlers<'scan'> => {
  const view = (session: Session, id: string) =>
    listSnapshots(session.db, session.auxiliaryTypes).find((one) => one.id === id)!;

  /** One at a time: a second scan would work off the queue of the first. */
  let underWay = false;
  const assertIdle = () => {
    if (underWay)
      throw new FieldbookError(
        'scan-running',
        'A scan of this engagement is under way.',
        'Wait until it is done, or stop it.',
      );
  };
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    assertIdle();
    underWay = true;
    try {
      return await work();
    } finally {
      underWay = false;
    }
  }

  async function run(
    scope: ScanScope,
    signal: AbortSignal,
    scan: (options: ScanOptions) => Promise<ScanResult>,
  ) {
    const session = context.session();
    const reads = chosenReads(scope.checks);
    const { askMfa, askSignIn, env } = context.options;
    const { gateway, now, pace } = await openGateway(scope.profiles[0]!, reads, {
      env,
      ...(askMfa && { askMfa }),
    });
    try {
      const result = await scan({
        db: session.db,
        gateway,
        reads,
        salt: session.salt,
        signal,
        pace,
        onProgress: (progress) => context.emit('scan.progress', progress),
        ...(askSignIn && { askSignIn }),
        ...(now && { now }),
      });
      if (result.state === 'complete') await judge(session, result.snapshot, scope, signal);
      return {
        snapshot: view(session, result.snapshot),
        refused: result.refused.map(({ account, failure }) => ({ account, message: failure.message })),
      };
    } finally {
      gateway.close();
      context.emit('changed', { what: 'snapshot' });
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

  async function resume(signal: AbortSignal) {
    const session = context.session();
    const row = session.db.get(
      session.db.q
        .selectFrom('snapshot')
        .select(['id', 'uuid', 'state', 'plan'])
        .where('state', '!=', 'cancelled')
        .orderBy('id', 'desc'),
    );
    if (!row || (row.state === 'complete' && judgementOf(session.db, row.id)))
      throw new FieldbookError(
        'nothing-to-resume',
        'No scan of this engagement is unfinished.',
        "Start one with 'fieldbook scan'.",
      );
    const scope = scopeSchema.parse(JSON.parse(row.plan));
    if (row.state !== 'complete') return run(scope, signal, resumeScan);
    // Everything was read, and the judging was broken off.
    await judge(session, row.uuid, scope, signal);
    context.emit('changed', { what: 'snapshot' });
    return { snapshot: view(session, row.uuid), refused: [] };
  }

  return {
    start: ({ scope }, { signal }) => alone(() => run(scope, signal, (options) => startScan(scope, options))),
    resume: (_, { signal }) => alone(() => resume(signal)),
    cancel() {
      assertIdle();
      const session = context.session();
      const uuid = cancelScan(session.db);
      context.emit('changed', { what: 'snapshot' });
      return { snapshot: view(session, uuid) };
    },
    list() {
      const session = context.session();
      return { snapshots: listSnapshots(session.db, session.auxiliaryTypes) };
    },
  };
};
