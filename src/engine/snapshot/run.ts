import { setMaxListeners } from 'node:events';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Pause } from '../../shared/model/scan.ts';
import { type Attempted, type AttemptOptions, attempt } from '../aws/attempt.ts';
import { asReadFailure, type Failure } from '../aws/failure.ts';
import type { Call } from '../aws/send.ts';
import {
  at as atPlace,
  callRegion,
  type Facet,
  type Found,
  type Item,
  type Listing,
  type Read,
} from '../collectors/read.ts';
import type { Redactor } from '../collectors/redact.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { ownFailure } from './own-failure.ts';
import type { ReadPlan } from './plan.ts';
import { pendingTasks, subjectsOf } from './queue.ts';
import type { SnapshotWriter, Task } from './writer.ts';

export interface RunOptions {
  db: Db<EngagementSchema>;
  snapshot: number;
  plan: ReadPlan;
  writer: SnapshotWriter;
  redactor: Redactor;
  now: Date;
  attempt: Omit<AttemptOptions, 'onAttempt'>;
  /** Reads under way at once; the limiter decides how fast they really go. */
  concurrency: number;
  signal: AbortSignal;
  /** Each try of each call, for the log that can be left with the client. */
  onAttempt: (call: Call, attempted: Attempted) => void;
  /** After each page. */
  onPage: (read: string, fresh: number) => void;
  /** Signs in again; false: nobody is there to do it, and the scan pauses. */
  signInAgain: (account: string) => Promise<boolean>;
  /** Whether AWS answers at all; if so, only some places do not, such as a region that a firewall keeps out. */
  isReachable: (account: string) => Promise<boolean>;
}

/** Failures in a row, without one success, after which the network itself is looked at. */
const UNREACHABLE_IN_A_ROW = 8;

/**
 * Works the queue off. Gives null when it is empty, or why the scan has to wait. A read that fails is put down in
 * the ledger and the rest goes on; a session that has run out stops its account only.
 */
export async function runQueue(options: RunOptions): Promise<Pause | null> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  setMaxListeners(0, signal);
  const waiting = new Map<string, Failure>();
  const signIns = new Map<string, Promise<boolean>>();
  let looking: Promise<boolean> | undefined;
  let broken: Failure | undefined;
  let unreachable = 0;

  let buffer: Task[] = [];
  let after = 0;
  let busy = 0;
  const next = (): Task | undefined => {
    if (buffer.length === 0) {
      buffer = pendingTasks(options.db, options.snapshot, {
        limit: 500,
        after,
        without: new Set(waiting.keys()),
      });
      after = buffer.at(-1)?.id ?? after;
    }
    return buffer.shift();
  };

  /** What to do with a failed call: put it down, or keep the task for later because others would fail as well. */
  const isForTheLedger = async (task: Task, failure: Failure): Promise<'failed' | 'again' | 'later'> => {
    if (failure.kind === 'aborted') return 'later';
    if (failure.kind === 'certificate' || failure.kind === 'clock-skew') {
      broken = failure;
      stop.abort();
      return 'later';
    }
    if (failure.kind === 'unreachable' && ++unreachable >= UNREACHABLE_IN_A_ROW) {
      looking ??= options.isReachable(task.account);
      const reachable = await looking;
      looking = undefined;
      unreachable = 0;
      if (reachable) return 'failed';
      broken = failure;
      stop.abort();
      return 'later';
    }
    if (failure.kind !== 'expired' && failure.kind !== 'invalid-credentials') return 'failed';
    if (waiting.has(task.account)) return 'later';
    // Whoever just declined to give a code is not asked for it at once again.
    if (failure.code === 'mfa-needed') {
      waiting.set(task.account, failure);
      return 'later';
    }
    const signIn = signIns.get(task.account) ?? options.signInAgain(task.account);
    signIns.set(task.account, signIn);
    const signedIn = await signIn;
    signIns.delete(task.account);
    if (signedIn) return 'again';
    waiting.set(task.account, failure);
    return 'later';
  };

  const work = async (task: Task): Promise<void> => {
    const read = options.plan.read(task.read);
    if (!read) {
      options.writer.fail(task, notDeclared(task.read));
      return;
    }
    const runner =
      read.kind === 'listing' ? listingCalls(options, read, task) : facetCalls(options, read, task);
    let signIns = 0;
    for (;;) {
      const call = runner.call();
      const result = await attempt(call, read.family, signal, {
        ...options.attempt,
        onAttempt: options.onAttempt,
      });
      if ('output' in result) {
        unreachable = 0;
        const page = understand(() =>
          runner.read(result.output, nextToken(result.output, read.page, task.token)),
        );
        if ('failure' in page) {
          options.writer.fail(task, page.failure);
          options.onPage(task.read, 0);
          return;
        }
        const { fresh, more } = page.commit();
        options.onPage(task.read, fresh);
        if (!more) return;
        continue;
      }
      if (read.absent.includes(result.failure.code)) {
        options.onPage(task.read, runner.absent());
        return;
      }
      // Keys that were just found good and are refused here: a region that is off knows no keys.
      if (result.failure.kind === 'invalid-credentials' && signIns > 0 && task.region !== 'global') {
        options.writer.fail(task, regionOff(task.region, result.failure));
        options.onPage(task.read, 0);
        return;
      }
      const verdict = signIns > 2 ? 'failed' : await isForTheLedger(task, result.failure);
      if (verdict === 'later') return;
      if (verdict === 'failed') {
        options.writer.fail(task, withPermission(read, asReadFailure(result.failure)));
        options.onPage(task.read, 0);
        return;
      }
      signIns++;
    }
  };

  let failed: unknown;
  await new Promise<void>((resolve) => {
    const pump = (): void => {
      while (busy < options.concurrency && !signal.aborted && failed === undefined) {
        const task = next();
        if (!task) break;
        if (waiting.has(task.account)) continue;
        busy++;
        work(task)
          .catch((error) => {
            if (!signal.aborted) {
              failed ??= error;
              stop.abort();
            }
          })
          .finally(() => {
            busy--;
            pump();
          });
      }
      if (busy === 0) resolve();
    };
    pump();
  });
  if (failed !== undefined) throw failed;
  if (options.signal.aborted) throw options.signal.reason;
  if (broken) return brokenPause(broken);
  return waiting.size > 0 ? signInPause(waiting) : null;
}

interface Runner {
  call(): Call;
  /** Understands an answer; what it gives writes it down. */
  read(output: unknown, next: string | null): { commit: () => { fresh: number; more: boolean } };
  /** The service says that there is none of it. */
  absent(): number;
}

function listingCalls(options: RunOptions, listing: Listing, task: Task): Runner {
  const place = { account: task.account, region: task.region };
  const at = atPlace(place, task.partition, options.now);
  const parent = listing.under && subjectsOf(options.db, options.snapshot, task, listing.under.id)[0];
  const input = listing.inputs(at, parent)[task.variant] as Record<string, unknown>;
  const commitItems = (items: readonly Item[], next: string | null) => {
    const read = task.items + items.length;
    const stopped = next !== null && read >= listing.budget ? sampled(listing, read) : undefined;
    const fresh = options.writer.commitListing(listing, { task, next, ...(stopped && { stopped }) }, items);
    task.token = next;
    task.page++;
    task.items = read;
    return { fresh, more: next !== null && !stopped };
  };
  return {
    call: () => ({
      account: task.account,
      region: callRegion(task.region),
      service: listing.service,
      operation: listing.operation,
      input: withToken(input, listing.page, task.token),
    }),
    read: (output, next) => {
      const items = listing.items(output).map((item) => listing.store(item, at, options.redactor, parent));
      return { commit: () => commitItems(items, next) };
    },
    absent: () => commitItems([], null).fresh,
  };
}

function facetCalls(options: RunOptions, facet: Facet, task: Task): Runner {
  const resources: (Found<unknown> & { id: number })[] = subjectsOf(
    options.db,
    options.snapshot,
    task,
    facet.of.id,
  );
  const at = atPlace({ account: task.account, region: task.region }, task.partition, options.now);
  const input = facet.input(resources, at) as Record<string, unknown>;
  return {
    call: () => ({
      account: task.account,
      region: callRegion(task.region),
      service: facet.service,
      operation: facet.operation,
      input: withToken(input, facet.page, task.token),
    }),
    read: (output, next) => {
      const values = facet.collect(output, resources, at, options.redactor);
      const commit = () => {
        options.writer.commitFacet(facet, { task, next }, resources, values);
        task.token = next;
        task.page++;
        return { fresh: 0, more: next !== null };
      };
      return { commit };
    },
    absent: () => {
      options.writer.commitFacet(facet, { task, next: null }, resources, new Map());
      return 0;
    },
  };
}

/** What answers may be no AWS: an answer that has not the operation's shape is a failed read and no crash. */
function understand<T>(read: () => T): T | { failure: ReadFailure } {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError))
      throw error;
    return {
      failure: ownFailure('failed', 'UnusableAnswer', { said: error.message }),
    };
  }
}

const withToken = (
  input: Record<string, unknown>,
  page: Read['page'],
  token: string | null,
): Record<string, unknown> => (page && token !== null ? { ...input, [page.input]: token } : input);

function nextToken(output: unknown, page: Read['page'], sent: string | null): string | null {
  if (!page) return null;
  const answer = output as Record<string, unknown>;
  if (page.more && answer[page.more] !== true) return null;
  const token = answer[page.output];
  // A service that sends back the token it was given would be read for ever.
  return typeof token === 'string' && token !== '' && token !== sent ? token : null;
}

const sampled = (listing: Listing, read: number): ReadFailure =>
  ownFailure('sampled', 'Budget', { read, limit: listing.budget });

const notDeclared = (read: string): ReadFailure => ownFailure('skipped', 'NotDeclared', { read });

const regionOff = (region: string, { code, message }: Failure): ReadFailure =>
  ownFailure('region-off', 'RegionRefusesKeys', { region, said: `${code}: ${message}` });

/** AWS does not always name the action that it denies; the read knows which it needs. */
const withPermission = (read: Read, failure: ReadFailure): ReadFailure =>
  failure.outcome === 'denied' && !failure.permission ? { ...failure, permission: read.iam[0]! } : failure;

const signInPause = (waiting: ReadonlyMap<string, Failure>): Pause => ({
  code: 'sign-in-needed',
  message: `The session has run out in ${waiting.size === 1 ? 'account' : 'accounts'} ${[...waiting.keys()].join(', ')}.`,
  next: "Sign in again ('aws sso login --profile NAME', or renew the keys), then go on with 'fieldbook resume'.",
  accounts: [...waiting.keys()],
});

const brokenPause = (failure: Failure): Pause => {
  const kinds: Partial<Record<Failure['kind'], [FieldbookError['code'], string]>> = {
    certificate: [
      'proxy-or-certificate',
      'If the client inspects TLS, set ca_bundle in the AWS profile (or AWS_CA_BUNDLE) to the certificate of their proxy.',
    ],
    'clock-skew': ['clock-skew', 'Set the clock of this machine by network time.'],
  };
  const [code, next] = kinds[failure.kind] ?? ['network-unreachable', 'Check the network, VPN and proxy.'];
  return {
    code,
    message: `AWS cannot be reached any more (${failure.code}: ${failure.message}).`,
    next: `${next} Then go on with 'fieldbook resume'; nothing was lost.`,
    accounts: [],
  };
};
