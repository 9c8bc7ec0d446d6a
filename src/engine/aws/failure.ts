import type { Denial, ReadFailure } from '../../shared/model/outcome.ts';

/** The parts of an SDK error that say what it is. */
interface SdkError extends Error {
  $metadata?: { httpStatusCode?: number };
  $retryable?: { throttling?: boolean };
  code?: string;
  Code?: string;
}

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AllAccessDisabled',
  'AuthorizationError',
  'AuthorizationErrorException',
  'Forbidden',
  'ForbiddenException',
  'NotAuthorized',
  'UnauthorizedAccess',
  'UnauthorizedOperation',
  '403',
]);

const EXPIRED = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'CredentialsProviderError',
  'TokenProviderError',
]);

/** Keys that AWS does not know, as opposed to ones that have run out. */
const INVALID = new Set([
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'AuthFailure',
  'InvalidToken',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
]);

const CLOCK = new Set(['RequestTimeTooSkewed', 'RequestInTheFuture']);

const THROTTLED = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** A region that the account has not switched on refuses every token. */
const REGION_OFF = new Set(['OptInRequired', 'RegionDisabledException']);

const NOT_OFFERED = new Set([
  'UnknownEndpoint',
  'UnsupportedOperation',
  'UnsupportedOperationException',
  'SubscriptionRequiredException',
  'InvalidAction',
]);

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'NetworkingError',
  'TimeoutError',
]);

const CERTIFICATE =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|ERR_TLS|EPROTO|ERR_SSL)/;

export type FailureKind =
  | ReadFailure['outcome']
  | 'invalid-credentials'
  | 'clock-skew'
  | 'certificate'
  | 'unusable-answer'
  | 'aborted';

export interface Failure {
  kind: FailureKind;
  code: string;
  message: string;
  denial?: Denial;
  permission?: string;
  /** Worth another try of the same call. */
  transient: boolean;
}

/** Says what an error of the SDK means. Codes come from the services' own error lists. */
export function classify(error: unknown): Failure {
  const { code, message, status, throttling } = describe(error);
  const failure = (kind: FailureKind, transient = false): Failure => ({ kind, code, message, transient });
  if (code === 'AbortError') return failure('aborted');
  if (CLOCK.has(code) || /signature not yet current|clock/i.test(message)) return failure('clock-skew');
  if (THROTTLED.has(code) || throttling || status === 429) return failure('throttled', true);
  if (EXPIRED.has(code) || /token (included in the request )?(is|has) expired/i.test(message))
    return failure('expired');
  if (INVALID.has(code)) return failure('invalid-credentials');
  if (DENIED.has(code)) {
    const { denial, permission } = readDenial(message);
    return { ...failure('denied'), denial, ...(permission && { permission }) };
  }
  if (REGION_OFF.has(code)) return failure('region-off');
  if (NOT_OFFERED.has(code)) return failure('not-offered');
  if (CERTIFICATE.test(code)) return failure('certificate');
  if (UNREACHABLE.has(code)) return failure('unreachable', true);
  if (error instanceof SyntaxError || /deserializ|unexpected token|is not valid JSON/i.test(message))
    return failure('unusable-answer');
  if (status !== undefined && status >= 500) return failure('failed', true);
  return failure('failed');
}

/** Who said no, by the words that IAM puts into the message. */
export function readDenial(message: string): { denial: Denial; permission?: string } {
  const permission = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(message)?.[1];
  const kinds: [Denial, RegExp][] = [
    ['service-control-policy', /service control policy/i],
    ['resource-control-policy', /resource control policy/i],
    ['permissions-boundary', /permissions boundary/i],
    ['session-policy', /session policy/i],
    ['vpc-endpoint-policy', /VPC endpoint policy/i],
    ['resource-policy', /resource-based policy|bucket policy|key policy/i],
    ['identity-policy', /identity-based policy/i],
    ['explicit-deny', /explicit deny/i],
  ];
  const denial = kinds.find(([, words]) => words.test(message))?.[0] ?? 'unsaid';
  return permission ? { denial, permission } : { denial };
}

function describe(error: unknown): { code: string; message: string; status?: number; throttling: boolean } {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error), throttling: false };
  const sdk = error as SdkError;
  // A DNS or socket error is often the cause of the one that is thrown.
  const cause = error.cause instanceof Error ? (error.cause as SdkError) : undefined;
  const codes = [sdk.code, cause?.code, sdk.Code, sdk.name];
  const code = codes.find((one): one is string => typeof one === 'string' && one !== 'Error') ?? 'Error';
  const status = sdk.$metadata?.httpStatusCode;
  return {
    code,
    message: error.message || code,
    ...(status !== undefined && { status }),
    throttling: sdk.$retryable?.throttling === true,
  };
}

/** The ledger's form of a failure. */
export function asReadFailure(failure: Failure): ReadFailure {
  const outcome: Record<FailureKind, ReadFailure['outcome']> = {
    denied: 'denied',
    throttled: 'throttled',
    expired: 'expired',
    'region-off': 'region-off',
    'not-offered': 'not-offered',
    sampled: 'sampled',
    skipped: 'skipped',
    unreachable: 'unreachable',
    failed: 'failed',
    'invalid-credentials': 'expired',
    'clock-skew': 'failed',
    certificate: 'unreachable',
    'unusable-answer': 'failed',
    aborted: 'skipped',
  };
  return {
    outcome: outcome[failure.kind],
    code: failure.code,
    message: failure.message,
    ...(failure.denial && { denial: failure.denial }),
    ...(failure.permission && { permission: failure.permission }),
  };
}
