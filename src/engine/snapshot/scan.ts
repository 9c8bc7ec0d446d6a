import { asFieldbookError, FieldbookError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Pause, ScanProgress, ScanScope } from '../../shared/model/scan.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { attempt } from '../aws/attempt.ts';
import type { AccountTarget, EnteredAccount, Gateway } from '../aws/gateway.ts';
import { Limiter } from '../aws/limiter.ts';
import { patience } from '../aws/patience.ts';
import { cannot } from '../cannot.ts';
import { type Read, redactor } from '../collectors/read.ts';
import { dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { refusal, resolveAccounts, type ScannedAccount } from './accounts.ts';
import { createSnapshot } from './create.ts';
import { readPlan } from './plan.ts';
import { progressOf } from './progress.ts';
import { runQueue } from './run.ts';
import { SnapshotWriter } from './writer.ts';

export interface ScanOptions {
  db: Db<EngagementSchema>;
  gateway: Gateway;
  reads: readonly Read[];
  /** Makes hashes of secrets; from the engagement file. */
  salt: string;
  signal: AbortSignal;
  concurrency?: number;
  /** Keeps the rates of calls; one that the caller holds can be made slower or faster on the way. */
  limiter?: Limiter;
  /** Told of the snapshot once it is in the file, before the first read. */
  onBegun?: (snapshot: string) => void;
  onProgress?: (progress: ScanProgress) => void;
  /** Asks a person to sign in again; resolves to false when nobody can. */
  askSignIn?: (account: string, profile: string) => Promise<boolean>;
  /** The moment the snapshot is of; the sample estate has its own. */
  now?: Date;
}

export interface ScanResult {
  snapshot: string;
  state: 'complete' | 'paused';
  pause: Pause | null;
  /** Accounts that could not be entered, and why. */
  refused: { account: string; failure: ReadFailure }[];
}

/** The scan that is neither whole nor ended; there is one at most. */
const unfinished = (db: Db<EngagementSchema>) =>
  db.q
    .selectFrom('snapshot')
    .selectAll()
    .where('state', 'in', ['running', 'paused'])
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc');

/** Makes a new snapshot: enters the accounts, plans the reads and works them off. */
export async function startScan(scope: ScanScope, options: ScanOptions): Promise<ScanResult> {
  const { db } = options;
  const running = db.get(unfinished(db));
  if (running)
    throw new FieldbookError(
      'scan-running',
      'A scan of this engagement was begun and is not finished.',
      "Go on with it by 'fieldbook resume', or end it with 'fieldbook resume --cancel'.",
    );
  const accounts = await resolveAccounts(scope, options.gateway, options.signal);
  if (accounts.every((account) => account.refused)) throw noAccount(accounts[0]?.refused);
  const uuid = uuidv7();
  const now = options.now ?? new Date();
  const snapshot = createSnapshot(db, options.reads, uuid, now, scope, accounts);
  return run(uuid, snapshot, now, accounts.filter((account) => account.refused).map(asRefused), options);
}

/** Goes on with a scan that was stopped, paused or killed. */
export async function resumeScan(options: ScanOptions): Promise<ScanResult> {
  const { db } = options;
  const snapshot = db.get(unfinished(db));
  if (!snapshot)
    throw new FieldbookError(
      'nothing-to-resume',
      'No scan of this engagement is unfinished.',
      "Start one with 'fieldbook scan'.",
    );
  const rows = db.all(
    db.q
      .selectFrom('snapshot_account')
      .innerJoin('account', 'account.id', 'snapshot_account.account_id')
      .select(['account.aws_id', 'profile', 'role_arn', 'refused'])
      .where('snapshot_id', '=', snapshot.id),
  );
  const refused: ScanResult['refused'] = [];
  for (const row of rows) {
    if (row.refused) refused.push({ account: row.aws_id, failure: JSON.parse(row.refused) as ReadFailure });
    else {
      const failure = await refusalOf(targetOf(row.aws_id, row.profile, row.role_arn), options);
      if (failure) refused.push({ account: row.aws_id, failure });
    }
  }
  if (refused.length === rows.length) throw noAccount(refused[0]?.failure);
  db.run(db.q.updateTable('snapshot').set({ state: 'running', paused: null }).where('id', '=', snapshot.id));
  retryPassingFailures(db, snapshot.id);
  for (const { account, failure } of refused) failPending(db, snapshot.id, account, failure);
  return run(snapshot.uuid, snapshot.id, new Date(snapshot.started_at), refused, options);
}

/** Enters an account again; one that has closed its role since is named, and the others go on. */
async function refusalOf(
  target: AccountTarget,
  { gateway, signal }: ScanOptions,
): Promise<ReadFailure | undefined> {
  try {
    await gateway.enter(target, signal);
    return undefined;
  } catch (error) {
    if (target.assume && error instanceof FieldbookError && error.code === 'account-refused')
      return refusal(error);
    throw error;
  }
}

function failPending(
  db: Db<EngagementSchema>,
  snapshot: number,
  account: string,
  failure: ReadFailure,
): void {
  db.prepare(
    `UPDATE task SET state = 'failed', failure = ?
     WHERE snapshot_id = ? AND state = 'pending' AND account_id = (SELECT id FROM account WHERE aws_id = ?)`,
  ).run(JSON.stringify(failure), snapshot, account);
}

const noAccount = (failure: ReadFailure | null | undefined): FieldbookError =>
  failure
    ? cannot('account-refused', 'scans.noneEntered', { said: failure.message })
    : cannot('account-refused', 'scans.noneNamed');

/** What failed for a reason that may be over by now is read again; what was denied stays denied. */
function retryPassingFailures(db: Db<EngagementSchema>, snapshot: number): void {
  db.prepare(
    `UPDATE task SET state = 'pending', failure = NULL
     WHERE snapshot_id = ? AND state = 'failed' AND json_extract(failure, '$.outcome') IN ('unreachable', 'throttled', 'expired')`,
  ).run(snapshot);
}

/** Ends an unfinished scan; what it read stays. */
export function cancelScan(db: Db<EngagementSchema>): string {
  const snapshot = db.get(unfinished(db));
  if (!snapshot)
    throw new FieldbookError(
      'nothing-to-resume',
      'No scan of this engagement is unfinished.',
      "Start one with 'fieldbook scan'.",
    );
  db.run(
    db.q
      .updateTable('snapshot')
      .set({ state: 'cancelled', paused: null, finished_at: new Date().toISOString() })
      .where('id', '=', snapshot.id),
  );
  return snapshot.uuid;
}

const targetOf = (account: string, profile: string, roleArn: string | null): AccountTarget => ({
  profile,
  ...(roleArn && { assume: { account, roleArn } }),
});

const asRefused = (account: ScannedAccount) => ({ account: account.account, failure: account.refused! });

async function run(
  uuid: string,
  snapshot: number,
  now: Date,
  refused: ScanResult['refused'],
  options: ScanOptions,
): Promise<ScanResult> {
  const { db, gateway, signal } = options;
  const plan = readPlan(options.reads);
  const limiter = options.limiter ?? new Limiter(patience.clock);
  const accountIds = new Map(
    db.all(db.q.selectFrom('account').select(['id', 'aws_id'])).map((row) => [row.aws_id, row.id]),
  );
  const progress = progressOf(db, snapshot, uuid, options.onProgress);
  const operationId = dictionary(db, 'operation');
  const logCall = db.prepare(
    'INSERT INTO call_log (snapshot_id, at, account_id, region, operation_id, outcome, attempt, ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  // Where the engagement has a time of its own, the scan goes on from its beginning in that.
  const lead = options.now ? options.now.getTime() - Date.now() : 0;
  const time = () => Date.now() + lead;
  const finish = (state: 'paused' | 'complete', pause: Pause | null): ScanResult => {
    db.run(
      db.q
        .updateTable('snapshot')
        .set({
          state,
          paused: pause && JSON.stringify(pause),
          ...(state === 'complete' && { finished_at: new Date(time()).toISOString() }),
        })
        .where('id', '=', snapshot),
    );
    progress.report(state);
    return { snapshot: uuid, state, pause, refused };
  };
  try {
    options.onBegun?.(uuid);
    progress.report('running');
    const pause = await runQueue({
      db,
      snapshot,
      plan,
      writer: new SnapshotWriter(db, snapshot, plan, now),
      redactor: redactor(options.salt),
      now,
      attempt: { ...patience, send: gateway.send, ready: gateway.ready, limiter },
      concurrency: options.concurrency ?? 24,
      signal,
      onAttempt: (call, tried) => {
        progress.called();
        logCall.run(
          snapshot,
          time(),
          accountIds.get(call.account),
          call.region,
          operationId(`${call.service}:${call.operation}`),
          tried.failure ? tried.failure.code : 'ok',
          tried.attempt,
          tried.ms,
        );
      },
      onPage: (read, fresh) => progress.page(read, isAsset(plan.read(read)) ? fresh : 0),
      signInAgain: (account) => signInAgain(account, snapshot, options),
      isReachable: (account) => isReachable(account, snapshot, limiter, options),
    });
    return finish(pause ? 'paused' : 'complete', pause);
  } catch (error) {
    const reason = asFieldbookError(error);
    finish('paused', {
      code: reason.code,
      message: reason.message,
      next: "Go on with 'fieldbook resume'.",
      accounts: [],
    });
    throw error;
  }
}

const isAsset = (read: Read | undefined): boolean => read?.kind === 'listing' && !read.auxiliary;

const entryOf = (account: string, snapshot: number, { db }: ScanOptions) =>
  db.get(
    db.q
      .selectFrom('snapshot_account')
      .innerJoin('account', 'account.id', 'snapshot_account.account_id')
      .select(['profile', 'role_arn'])
      .where('snapshot_id', '=', snapshot)
      .where('account.aws_id', '=', account),
  )!;

/** Asks what needs no permission, where the scan began. */
async function isReachable(
  account: string,
  snapshot: number,
  limiter: Limiter,
  options: ScanOptions,
): Promise<boolean> {
  const { gateway, signal } = options;
  const region = await gateway.homeRegion(entryOf(account, snapshot, options).profile);
  const call = { account, region, service: 'sts', operation: 'GetCallerIdentity', input: {} } as const;
  const result = await attempt(call, 'sts', signal, {
    ...patience,
    send: gateway.send,
    ready: gateway.ready,
    limiter,
    tries: 2,
  });
  return 'output' in result || result.failure.kind !== 'unreachable';
}

async function signInAgain(account: string, snapshot: number, options: ScanOptions): Promise<boolean> {
  const row = entryOf(account, snapshot, options);
  // An assumed role renews itself; only when that fails does a person have to sign in.
  const enter = async (): Promise<EnteredAccount | undefined> => {
    try {
      return await options.gateway.enter(targetOf(account, row.profile, row.role_arn), options.signal);
    } catch (error) {
      // A role that refuses us now stops its account only, as a session that has run out does.
      const stops = ['sign-in-needed', 'mfa-needed', 'credentials-invalid', 'account-refused'];
      if (error instanceof FieldbookError && stops.includes(error.code)) return undefined;
      throw error;
    }
  };
  if (await enter()) return true;
  if (!(await options.askSignIn?.(account, row.profile))) return false;
  return (await enter()) !== undefined;
}
