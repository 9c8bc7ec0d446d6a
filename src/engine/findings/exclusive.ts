import type { SavingKind } from '../../shared/model/money.ts';

/** An amount that a verdict named. */
export interface Claim {
  resource: number;
  check: string;
  /** Micros a month. */
  monthly: number;
  kind: SavingKind;
}

/**
 * Two savings on one resource exclude each other: a volume that is deleted cannot also become gp3. Gives the claims
 * that are counted: of each resource the largest with complete evidence, the first check by name where two are equal.
 * Every other amount is shown and not summed.
 */
export function countedClaims<C extends Claim>(claims: readonly C[]): Set<C> {
  const best = new Map<number, C>();
  for (const claim of claims) {
    if (claim.kind !== 'counted') continue;
    const before = best.get(claim.resource);
    if (
      !before ||
      before.monthly < claim.monthly ||
      (before.monthly === claim.monthly && claim.check < before.check)
    )
      best.set(claim.resource, claim);
  }
  return new Set(best.values());
}
