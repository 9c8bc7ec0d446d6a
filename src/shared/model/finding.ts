import type { JsonValue } from './json.ts';
import type { Saving } from './money.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/**
 * `unknown`: a read that the check needs did not succeed; `manual`: only a person can tell.
 * No status is ever a guess.
 */
export const statuses = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'] as const;
export type Status = (typeof statuses)[number];

/** An open finding is one that fails. The window, the terminal and reports count nothing else under that name. */
export const openStatuses = ['fail'] as const satisfies readonly Status[];
/** Neither good nor bad until somebody has looked: counted beside the open ones, never among them. */
export const undecidedStatuses = ['unknown', 'manual'] as const satisfies readonly Status[];
/** What reports and exports list: whatever asks for somebody's attention. */
export const listedStatuses = [...openStatuses, ...undecidedStatuses] as const satisfies readonly Status[];

/** The values a verdict's sentence is made of; texts in resources/texts turn them into words. */
export type ReasonParameters = Record<string, string | number | readonly string[]>;

/** A read that a verdict missed, and what would mend it. */
export interface MissingRead {
  read: string;
  outcome: string;
  permission?: string;
}

/** What a check says of one resource. `reason` is a key below the check's `reasons` in the texts. */
export interface Verdict {
  status: Status;
  reason: string;
  parameters?: ReasonParameters;
  /** The facts that were seen, under the SDK's own property names. */
  seen?: Record<string, JsonValue>;
  saving?: Saving;
  /** Tells several verdicts of one check on one resource apart, such as a rule of a security group. */
  subKey?: string;
  /** Set when one place is worse or milder than the check's own severity. */
  severity?: Severity;
  missing?: MissingRead[];
}
