import type { ScanScope } from '../../shared/model/scan.ts';
import { readsOf } from '../checks/judge.ts';
import type { DomainHandlers, EngineContext } from '../engine.ts';
import { judgeSnapshot } from '../findings/judge-snapshot.ts';
import { openGateway } from '../gateways.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { cancelScan, resumeScan, type ScanOptions, type ScanResult, startScan } from '../snapshot/scan.ts';
import { chosenChecks } from './chosen-checks.ts';

export const scanHandlers = (context: EngineContext): DomainHandlers<'scan'> => {
  const view = (session: Session, id: string) =>
    listSnapshots(session.db, session.auxiliaryTypes).find((one) => one.id === id)!;

  async function run(
    scope: ScanScope,
    signal: AbortSignal,
    scan: (options: ScanOptions) => Promise<ScanResult>,
  ) {
    const session = context.session();
    const reads = [...new Set(chosenChecks(scope.checks).flatMap((check) => [...readsOf(check)]))];
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
      context.emit('changed', { what: 'snapshot' });
      return {
        snapshot: view(session, result.snapshot),
        refused: result.refused.map(({ account, failure }) => ({ account, message: failure.message })),
      };
    } finally {
      gateway.close();
    }
  }

  async function judge(session: Session, uuid: string, scope: ScanScope, signal: AbortSignal): Promise<void> {
    const { id } = session.db.get(session.db.q.selectFrom('snapshot').select('id').where('uuid', '=', uuid))!;
    const wanted = new Set(chosenChecks(scope.checks).map((check) => check.id));
    const rules = { ...session.rules, checks: session.rules.checks.filter((check) => wanted.has(check.id)) };
    await judgeSnapshot(session.db, id, rules, signal, (verdicts) =>
      context.emit('judge.progress', { verdicts }),
    );
  }

  return {
    start: ({ scope }, { signal }) => run(scope, signal, (options) => startScan(scope, options)),
    resume(_, { signal }) {
      const session = context.session();
      const row = session.db.get(
        session.db.q
          .selectFrom('snapshot')
          .select('plan')
          .where('state', 'in', ['running', 'paused'])
          .orderBy('id', 'desc'),
      );
      const scope = row
        ? (JSON.parse(row.plan) as ScanScope)
        : { profiles: ['default'], organization: null, regions: [], checks: [] };
      return run(scope, signal, resumeScan);
    },
    cancel() {
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
