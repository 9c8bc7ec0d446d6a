import { cancelled, type ErrorCode, FieldbookError } from '../../shared/contract/errors.ts';
import type { Reason } from '../../shared/reason.ts';
import { cannot, type Why } from '../cannot.ts';
import { classify, type Failure } from './failure.ts';
import type { AccountTarget } from './gateway.ts';
import type { ProfileKind } from './profile.ts';

/** Where the credentials of a profile come from, and where it calls; for the words of `explain` alone. */
export interface Origin {
  /** The profile at the end of `source_profile`, which is the one to sign in with. */
  profile: string;
  kind: ProfileKind;
  endpointUrl: string | null;
}

/** Why an account could not be entered, and what to do, for a person. */
export function explain(error: unknown, target: AccountTarget, origin?: Origin): FieldbookError {
  if (error instanceof FieldbookError) return error;
  return explainFailure(classify(error), target, origin, error);
}

export function explainFailure(
  failure: Failure,
  target: AccountTarget,
  origin?: Origin,
  cause?: unknown,
): FieldbookError {
  if (failure.kind === 'aborted') return cancelled(cause);
  const [why, values] = reasonOf(failure, target, origin);
  return cannot(codeOf(failure, target), why, values, { cause });
}

function codeOf({ kind, code }: Failure, target: AccountTarget): ErrorCode {
  switch (kind) {
    case 'expired':
      return 'sign-in-needed';
    case 'invalid-credentials':
      return 'credentials-invalid';
    case 'denied':
      return target.assume ? 'account-refused' : 'credentials-invalid';
    case 'clock-skew':
      return 'clock-skew';
    case 'unreachable':
      return code === PROXY_REFUSED ? 'proxy-or-certificate' : 'network-unreachable';
    case 'throttled':
      return 'network-unreachable';
    case 'certificate':
      return 'proxy-or-certificate';
    default:
      return 'answer-unusable';
  }
}

const PROXY_REFUSED = 'ERR_PROXY_TUNNEL';

type Sentence = [why: Why, values: Reason['values']];

function reasonOf(failure: Failure, target: AccountTarget, origin: Origin | undefined): Sentence {
  const { profile, assume } = target;
  const endpoint = origin?.endpointUrl;
  const { message, code } = failure;
  const said =
    message.includes(code) || ['Error', 'SyntaxError', 'Unknown'].includes(code)
      ? message
      : `${code}: ${message}`;
  switch (failure.kind) {
    case 'expired':
      return signIn(message, profile, origin);
    case 'invalid-credentials':
      return ['aws.keysUnknown', { profile, said }];
    case 'denied':
      return assume
        ? ['aws.roleRefused', { account: assume.account, role: assume.roleArn, said: message }]
        : ['aws.profileRefused', { profile, said: message }];
    case 'clock-skew':
      return ['aws.clock', { said }];
    case 'certificate':
      return certificate(code, said);
    case 'throttled':
      return ['aws.busy', { said }];
    case 'unreachable':
      if (code === PROXY_REFUSED) return ['aws.proxyCloses', { said }];
      return endpoint ? ['aws.endpointUnreachable', { endpoint, said }] : ['aws.unreachable', { said }];
    case 'region-off':
    case 'not-offered':
      return ['aws.regionSilent', { profile, said }];
    case 'unusable-answer':
      return endpoint ? ['aws.endpointStrange', { endpoint, said }] : ['aws.strange', { said }];
    default:
      if (!failure.transient) return ['aws.notAccepted', { profile, said }];
      return endpoint ? ['aws.endpointFailed', { endpoint, said }] : ['aws.failed', { said }];
  }
}

function signIn(said: string, name: string, origin: Origin | undefined): Sentence {
  const profile = origin?.profile ?? name;
  switch (origin?.kind) {
    case 'sso':
      return ['aws.ssoEnded', { profile }];
    case 'login':
      return ['aws.loginEnded', { profile }];
    case 'process':
      return ['aws.processFailed', { profile, said }];
    case 'web-identity':
      return ['aws.tokenEnded', { profile, said }];
    case 'keys':
      return ['aws.keysEnded', { profile, said }];
    default:
      return ['aws.sessionEnded', { profile, said }];
  }
}

function certificate(code: string, said: string): Sentence {
  if (/^(EPROTO|ERR_SSL)/.test(code)) return ['aws.noTls', { code }];
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)/.test(code)) return ['aws.certificateDate', { said }];
  return ['aws.certificateUnknown', { said }];
}
