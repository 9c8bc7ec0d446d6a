import { createHash } from 'node:crypto';
import type { TagPolicy } from '../../shared/model/engagement.ts';
import type { Check } from '../checks/check.ts';
import type { PriceBook } from '../pricing/price-book.ts';

/** What a snapshot is judged by. */
export interface Rules {
  checks: readonly Check[];
  /** Ids of the checks that are switched off. */
  off?: readonly string[];
  prices: PriceBook;
  tagPolicy: TagPolicy;
  parameters: Record<string, unknown>;
}

/** Names the rules: two judgements with one digest differ in nothing but what was read. */
export function rulesDigest({ checks, prices, tagPolicy, parameters }: Rules): string {
  const versions = checks.map((check) => `${check.id}@${check.version} ${check.severity}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([versions, prices.asOf, tagPolicy, parameters]))
    .digest('hex')
    .slice(0, 12);
}
