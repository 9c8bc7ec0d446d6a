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
  // Our own: a session that is renewed with an MFA code, and nobody gave one.
  'mfa-needed',
  // IAM Identity Center, of a session that it has ended.
  'UnauthorizedException',
]);

/** Keys that AWS does not know, as opposed to ones that have run out. */
const INVALID = new Set([
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'AuthFailure',
  'InvalidToken',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
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
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EPIPE',
  'ERR_PROXY_TUNNEL',
  'ETIMEDOUT',
  'NetworkingError',
  'TimeoutError',
]);

const CERTIFICATE =
  /^(HOSTNAME_MISMATCH|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|ERR_TLS|EPROTO|ERR_SSL)/;

/** As OpenSSL says it, where only the words are left of the error. */
const CERTIFICATE_WORDS =
  /self-signed certificate|unable to (get|verify)\b.* certificate|certificate has expired/i;

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
  if (CLOCK.has(code) || /signature (expired|not yet current)/i.test(message)) return failure('clock-skew');
  if (THROTTLED.has(code) || throttling || status === 429) return failure('throttled', true);
  if (CERTIFICATE.test(code) || CERTIFICATE_WORDS.test(message)) return failure('certificate');
  if (EXPIRED.has(code) || /token (included in the request )?(is|has) expired/i.test(message))
    return failure('expired');
  if (INVALID.has(code)) return failure('invalid-credentials');
  if (DENIED.has(code)) {
    const { denial, permission } = readDenial(message);
    return { ...failure('denied'), denial, ...(permission && { permission }) };
  }
  if (REGION_OFF.has(code)) return failure('region-off');
  if (NOT_OFFERED.has(code)) return failure('not-offered');
  if (UNREACHABLE.has(code)) return failure('unreachable', true);
  if (status !== undefined && /^Unknown(Error)?$/.test(message)) {
    const silent = `HTTP ${status} without a word of AWS`;
    return { ...failure(status >= 500 ? 'failed' : 'unusable-answer', status >= 500), message: silent };
  }
  if (isNoAws(error, code, message)) {
    // The SDK's second line is for those who program with it.
    const [said = message] = message.split('\n', 1);
    return {
      ...failure('unusable-answer', status !== undefined && status >= 500),
      message: said.replace(/^@aws-sdk /, ''),
    };
  }
  return failure('failed', status !== undefined && status >= 500);
}

const isNoAws = (error: unknown, code: string, message: string): boolean =>
  error instanceof SyntaxError ||
  code.startsWith('HPE_') ||
  /deserializ|unexpected token|is not valid JSON/i.test(message);

/** Who said no, by the words that IAM puts into the message. */
export function readDenial(message: string): { denial: Denial; permission?: string } {
  const permission = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(message)?.[1];
  const kinds: [Denial, RegExp][] = [
    ['service-control-policy', /service control policy/i],
    ['resource-control-policy', /resource control policy/i],
    ['permissions-boundary', /permissions boundary/i],
    ['session-policy', /session policy/i],
    ['vpc-endpoint-policy', /VPC endpoint policy/i],
    ['resource-policy', /resource-based policy|bucket policy|key policy|role trust policy/i],
    ['identity-policy', /identity-based policy/i],
    ['explicit-deny', /explicit deny/i],
  ];
  const denial = kinds.find(([, words]) => words.test(message))?.[0] ?? 'unsaid';
  return permission ? { denial, permission } : { denial };
}

interface Described {
  code: string;
  message: string;
  status?: number;
  throttling: boolean;
}

/** What an error says of itself; a DNS, socket or TLS error is often the cause of the one that is thrown. */
function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error), throttling: false };
  const chain = [...causes(error)];
  const named = chain.flatMap((one) => namesOf(one).map((code) => ({ code, error: one })));
  const found = named.findLast(({ code }) => isKnown(code)) ?? named.findLast((one) => one.error === error);
  const status = chain.find((one) => one.$metadata?.httpStatusCode !== undefined)?.$metadata?.httpStatusCode;
  return {
    code: found?.code ?? 'Error',
    message: messageOf(found?.error ?? error) || error.message || found?.code || 'Error',
    ...(status !== undefined && { status }),
    throttling: chain.some((one) => one.$retryable?.throttling === true),
  };
}

function* causes(error: Error): Generator<SdkError> {
  const seen = new Set<Error>();
  for (let one: unknown = error; one instanceof Error && !seen.has(one); one = one.cause) {
    seen.add(one);
    yield one;
  }
}

/** The names of an error, the most telling last. */
const namesOf = (error: SdkError): string[] =>
  [error.name, error.Code, error.code, wrapped(error)].filter(
    (one): one is string => typeof one === 'string' && one !== '' && one !== 'Error',
  );

/** Providers of credentials keep of an error its text alone, such as 'Error: connect ECONNREFUSED 127.0.0.1:443'. */
const wrapped = ({ name, message }: SdkError): string | undefined =>
  isProviderError(name) ? message.match(/[A-Z]\w{4,}/g)?.find(isKnown) : undefined;

const messageOf = ({ name, message }: Error): string =>
  isProviderError(name) ? message.replace(/^[A-Z]\w*( \[\w+\])?: /, '').trim() : message;

const isProviderError = (name: string): boolean => name.endsWith('ProviderError');

const isKnown = (code: string): boolean =>
  code === 'AbortError' ||
  CERTIFICATE.test(code) ||
  [DENIED, EXPIRED, INVALID, CLOCK, THROTTLED, REGION_OFF, NOT_OFFERED, UNREACHABLE].some((codes) =>
    codes.has(code),
  );

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
