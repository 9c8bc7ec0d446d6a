import type { TagPolicy } from '../../shared/model/engagement.ts';
import type { Verdict } from '../../shared/model/finding.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place, ResourceIdentity } from '../../shared/model/resource.ts';
import type { Read } from '../collectors/read.ts';
import { taggedResources } from '../collectors/tagging.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import type { SnapshotSource } from '../snapshot/source.ts';
import type { Check } from './check.ts';
import { EstateViews, Unread } from './estate.ts';

export interface Judged {
  check: Check;
  /** Where it was judged: what is listed globally is judged there, wherever it is. */
  place: Place;
  /** The resource, or the place when the resources of a place could not be listed. */
  subject: ResourceIdentity;
  /** Number of the resource in the engagement file, where it has one. */
  row: number | undefined;
  verdict: Verdict;
  /** Ids of the reads that the verdict rests on; equal lists are mostly one object. */
  touched: readonly string[];
}

export interface JudgeInput {
  source: SnapshotSource;
  checks: readonly Check[];
  prices: PriceBook;
  tagPolicy: TagPolicy;
  /** Tuned thresholds by check id; what is not there keeps its default. */
  parameters?: Record<string, unknown>;
}

/** All reads of a check, those that its tags and parents need included. */
export function readsOf(check: Check): Set<Read> {
  const reads = new Set<Read>();
  const add = (read: Read | undefined): void => {
    if (!read || reads.has(read)) return;
    reads.add(read);
    if (read.kind === 'listing') {
      if (read.under) add(read.under);
      if (read.tags === 'tagging-api') add(taggedResources);
    } else add(read.of);
  };
  for (const read of check.reads) add(read);
  return reads;
}

/**
 * Judges a snapshot, place by place. Yields verdicts in a fixed order; the caller decides when to pause, so that a
 * large estate does not hold up other calls.
 */
export function* judge({
  source,
  checks,
  prices,
  tagPolicy,
  parameters = {},
}: JudgeInput): Generator<Judged> {
  const views = new EstateViews(source);
  const prepared = checks.map((check) => {
    const scope = views.scope(new Set([...readsOf(check)].map((read) => read.id)));
    const tuned = check.parameters?.parse(parameters[check.id] ?? {}) ?? {};
    return {
      check,
      scope,
      context: { now: source.takenAt, estate: scope, prices, tagPolicy, parameters: tuned },
    };
  });
  for (const place of source.places()) {
    views.enter(place);
    for (const { check, scope, context } of prepared) {
      for (const listing of check.on) {
        if ((listing.scope === 'region') !== (place.region !== 'global')) continue;
        const failure = views.listingFailure(listing, place);
        if (failure)
          yield {
            check,
            place,
            subject: placeSubject(listing.type, place),
            row: undefined,
            verdict: unknown([{ read: listing, failure }]),
            touched: [listing.id],
          };
        for (const row of views.rows(listing, place)) {
          const resource = scope.enter(listing, row);
          const said = verdictOn(check, resource, context);
          if (Array.isArray(said))
            for (const verdict of said)
              yield { check, place, subject: row, row: row.id, verdict, touched: scope.touched.ids };
          else yield { check, place, subject: row, row: row.id, verdict: said, touched: scope.touched.ids };
        }
      }
    }
  }
}

function verdictOn(
  check: Check,
  resource: Parameters<Check['judge']>[0],
  context: Parameters<Check['judge']>[1],
): Verdict | Verdict[] {
  try {
    return check.judge(resource, context);
  } catch (error) {
    if (error instanceof Unread) return unknown([error]);
    throw error;
  }
}

const unknown = (missing: { read: Read; failure: ReadFailure }[]): Verdict => ({
  status: 'unknown',
  reason: 'unread',
  parameters: { read: missing[0]!.read.id, outcome: missing[0]!.failure.outcome },
  missing: missing.map(({ read, failure }) => ({
    read: read.id,
    outcome: failure.outcome,
    ...(failure.outcome === 'denied' && { permission: failure.permission ?? read.iam[0]! }),
  })),
});

/** Stands for the resources of a type in a place that could not be listed. */
export const placeSubject = (type: string, place: Place): ResourceIdentity => ({
  ...place,
  type,
  arn: `place:${place.account}:${place.region}:${type}`,
  name: `${place.account} ${place.region}`,
});
