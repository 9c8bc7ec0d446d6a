import type { Check } from '../checks/check.ts';
import { readsOf } from '../checks/judge.ts';

/** Ids of the checks that cannot speak without a read. */
export function checksNeeding(checks: readonly Check[]): (read: string) => string[] {
  const byRead = new Map<string, string[]>();
  for (const check of checks)
    for (const read of readsOf(check)) byRead.set(read.id, [...(byRead.get(read.id) ?? []), check.id]);
  // Without entering the account no check can speak there.
  const all = checks.map((check) => check.id);
  return (read) => (read === 'sts:AssumeRole' ? all : (byRead.get(read) ?? []));
}
