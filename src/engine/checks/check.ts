import type { z } from 'zod';
import type { Aspect } from '../../shared/model/aspect.ts';
import type { Effort } from '../../shared/model/effort.ts';
import type { TagPolicy } from '../../shared/model/engagement.ts';
import type { ReasonParameters, Severity, Verdict } from '../../shared/model/finding.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import type { Saving } from '../../shared/model/money.ts';
import type { AnyListing, Listing, Read } from '../collectors/read.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import type { Estate, Resource } from './estate.ts';

/** Everything that a verdict may rest on besides the resource itself. */
export interface Context<P> {
  /** When the snapshot was taken. */
  now: Date;
  estate: Estate;
  prices: PriceBook;
  tagPolicy: TagPolicy;
  /** The check's thresholds, as tuned in the engagement. */
  parameters: P;
}

interface CheckSpec<B, P> {
  /** Stable for ever: findings of all snapshots hang on it. */
  id: string;
  /** Raised when the same facts would be judged differently. */
  version: number;
  aspect: Aspect;
  severity: Severity;
  /** The listing, or listings, whose resources are judged. */
  on: Listing<B> | readonly Listing<B>[];
  /** All other reads that may be touched. */
  reads?: readonly Read[];
  /** Thresholds with their defaults; every property needs a default. */
  parameters?: z.ZodType<P>;
  /** Ids in public schemes, such as `WA:COST06-BP02`, `CIS-7.0:6.3`, `FSBP:EC2.2`, `HIPAA:164.312(b)`. */
  references: readonly string[];
  effort: Effort;
  /** The mending as code. Text in <angle brackets> is for the reader to fill in. */
  fix?: {
    cli?: (resource: Resource<B>) => string;
    terraform?: (resource: Resource<B>) => string;
  };
  judge: (resource: Resource<B>, context: Context<P>) => Verdict | Verdict[];
}

export interface Check {
  id: string;
  version: number;
  aspect: Aspect;
  severity: Severity;
  on: readonly AnyListing[];
  /** Ids of all reads the check may touch, those of `on` and of tags included. */
  reads: readonly Read[];
  parameters?: z.ZodType<unknown>;
  references: readonly string[];
  effort: Effort;
  fix?: CheckSpec<unknown, unknown>['fix'];
  judge: (resource: Resource<unknown>, context: Context<unknown>) => Verdict | Verdict[];
}

/** Declares a check; see docs/how-to-add-a-check.md. */
export function check<B, P = Record<string, never>>(spec: CheckSpec<B, P>): Check {
  const on = Array.isArray(spec.on) ? spec.on : [spec.on as Listing<B>];
  return { ...spec, on, reads: [...on, ...(spec.reads ?? [])] } as unknown as Check;
}

interface Details {
  seen?: Record<string, JsonValue | undefined>;
  saving?: Saving | undefined;
  subKey?: string;
  severity?: Severity;
}

const verdict =
  (status: Verdict['status']) =>
  (reason: string, parameters?: ReasonParameters, details: Details = {}): Verdict => {
    return {
      status,
      reason,
      ...(parameters && { parameters }),
      // What a body does not have is left out when the verdict is stored.
      ...(details.seen && { seen: details.seen as Record<string, JsonValue> }),
      ...(details.saving && { saving: details.saving }),
      ...(details.subKey && { subKey: details.subKey }),
      ...(details.severity && { severity: details.severity }),
    };
  };

export const pass = verdict('pass');
export const fail = verdict('fail');
export const notApplicable = verdict('not-applicable');
export const manual = verdict('manual');
/** For facts that were read and do not suffice, such as an empty metric of a kind that is always emitted. */
export const unknown = verdict('unknown');
