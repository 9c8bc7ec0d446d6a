import { statuses } from '../../shared/model/finding.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** The places, `account|region`, at which a check could not tell of something. */
export type UnreadPlaces = (check: string) => ReadonlySet<string>;

const UNKNOWN = statuses.indexOf('unknown');

/** Goes through the verdicts when it is first asked: lists of actions have no use for it. */
export function unreadPlaces(db: Db<EngagementSchema>, verdicts: Verdicts): UnreadPlaces {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (check) => {
    known ??= byCheck(db, verdicts);
    return known.get(check) ?? new Set();
  };
}

/** A chunk is one check at one place, so that one of its resources tells which place it is. */
function byCheck(db: Db<EngagementSchema>, verdicts: Verdicts): Map<string, Set<string>> {
  const { checks, rule, status, resource, starts, size } = verdicts;
  const placeOf = db.prepare('SELECT account_id, region FROM resource WHERE id = ?');
  const places = new Map<string, Set<string>>();
  for (const [at, start] of starts.entries()) {
    const unknown = status.subarray(start, starts[at + 1] ?? size).indexOf(UNKNOWN);
    if (unknown === -1) continue;
    const check = checks[rule[start]!]!;
    const row = placeOf.get(resource[start + unknown]!) as { account_id: number; region: string };
    const there = places.get(check) ?? new Set();
    places.set(check, there.add(`${row.account_id}|${row.region}`));
  }
  return places;
}
