/**
 * What became of a read. Only `ok` lets a check speak; everything else makes the verdict `unknown`
 * and stands in the coverage of every report.
 */
export const outcomes = [
  'ok',
  'denied',
  'throttled',
  'expired',
  'region-off',
  'not-offered',
  'sampled',
  'skipped',
  'unreachable',
  'failed',
] as const;

export type Outcome = (typeof outcomes)[number];

/** Who said no; each is a different talk with the client. */
export const denials = [
  'identity-policy',
  'service-control-policy',
  'resource-control-policy',
  'resource-policy',
  'permissions-boundary',
  'session-policy',
  'vpc-endpoint-policy',
  'explicit-deny',
  'unsaid',
] as const;

export type Denial = (typeof denials)[number];

/** What would open a gap, by the talk that it takes. */
export const mends = [
  'role',
  ...denials,
  'region',
  'scan-again',
  'sign-in',
  'network',
  'sampled',
  'not-offered',
  'account-closed',
  'failed',
] as const;
export type Mend = (typeof mends)[number];

/** Why a read failed, as kept in the ledger. */
export interface ReadFailure {
  outcome: Exclude<Outcome, 'ok'>;
  /** The service's own error code, such as `AccessDeniedException`. */
  code: string;
  message: string;
  /** Set when the words are Fieldbook's own and can be said in another language. */
  values?: Record<string, string | number>;
  denial?: Denial;
  /** IAM action that would let the read through. */
  permission?: string;
}
