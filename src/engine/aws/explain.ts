import { type ErrorCode, FieldbookError } from '../../shared/contract/errors.ts';
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
  const [message, next] = wordsOf(failure, target, origin);
  return new FieldbookError(codeOf(failure, target), message, next, { cause });
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
    case 'aborted':
      return 'cancelled';
    default:
      return 'answer-unusable';
  }
}

const PROXY_REFUSED = 'ERR_PROXY_TUNNEL';

function wordsOf(failure: Failure, target: AccountTarget, origin: Origin | undefined): [string, string] {
  const { profile, assume } = target;
  const said =
    failure.message.includes(failure.code) || ['Error', 'SyntaxError', 'Unknown'].includes(failure.code)
      ? failure.message
      : `${failure.code}: ${failure.message}`;
  switch (failure.kind) {
    case 'expired':
      return signIn(failure, profile, origin);
    case 'invalid-credentials':
      return [
        `AWS does not know the keys of the profile '${profile}' (${said}).`,
        'They may have been deleted or rotated: put the new ones in their place, or choose another profile.',
      ];
    case 'denied':
      return assume
        ? [
            `Account ${assume.account} refused the role ${assume.roleArn}: ${failure.message}`,
            'Ask for the role to be made there with the policy of `fieldbook policy`, and to trust the profile. The other accounts are scanned without it.',
          ]
        : [
            `The profile '${profile}' was refused: ${failure.message}`,
            'Check with the client which role you are to use, and that no policy denies it.',
          ];
    case 'clock-skew':
      return [
        `AWS refuses the requests of this machine because its clock is wrong (${said}).`,
        'Set the clock by network time (on Debian: timedatectl set-ntp true) and repeat.',
      ];
    case 'certificate':
      return certificate(failure.code, said);
    case 'aborted':
      return ['Cancelled.', 'Start it again when you want to; nothing was lost.'];
    case 'throttled':
      return [`AWS is asked too often by this account just now (${said}).`, 'Wait a minute and repeat.'];
    case 'unreachable':
      return failure.code === PROXY_REFUSED
        ? [
            `The proxy does not let the connection to AWS through (${said}).`,
            'Have *.amazonaws.com allowed by the proxy. If it wants a user name, write HTTPS_PROXY as http://user:password@host:port.',
          ]
        : [
            `${origin?.endpointUrl ?? 'AWS'} cannot be reached (${said}).`,
            origin?.endpointUrl
              ? 'Check endpoint_url in the profile, the network and the VPN, then repeat.'
              : 'Check the network, VPN and proxy (HTTPS_PROXY), then repeat.',
          ];
    case 'region-off':
    case 'not-offered':
      return [
        `The region of the profile '${profile}' does not answer this account (${said}).`,
        'Set a region in the profile that the account has switched on.',
      ];
    case 'unusable-answer':
      return origin?.endpointUrl
        ? [
            `What answers at ${origin.endpointUrl} does not speak as AWS does (${said}).`,
            "Check endpoint_url in the profile: it must be the address of AWS's API or of an emulator.",
          ]
        : [
            `What answers in the place of AWS does not speak as AWS does (${said}).`,
            'A hotel or company network may want you to sign in to it first: open a page in a browser. Otherwise check HTTPS_PROXY.',
          ];
    default:
      return failure.transient
        ? [`${origin?.endpointUrl ?? 'AWS'} failed to answer (${said}).`, 'Wait some minutes and repeat.']
        : [
            `AWS did not accept the profile '${profile}' (${said}).`,
            'Correct what it names in the profile and repeat.',
          ];
  }
}

function signIn(failure: Failure, profile: string, origin: Origin | undefined): [string, string] {
  const name = origin?.profile ?? profile;
  const ended = `The session of the profile '${name}' is not valid any more`;
  switch (origin?.kind) {
    case 'sso':
      return [
        `${ended}, or was never begun.`,
        `Sign in with 'aws sso login --profile ${name}', then repeat.`,
      ];
    case 'login':
      return [`${ended}, or was never begun.`, `Sign in with 'aws login --profile ${name}', then repeat.`];
    case 'process':
      return [
        `The credential_process of the profile '${name}' gave no credentials: ${failure.message}`,
        'Run its command by itself: it often wants you to sign in first. Then repeat.',
      ];
    case 'web-identity':
      return [
        `${ended}: ${failure.message}`,
        'Renew the token in the web_identity_token_file of the profile, then repeat.',
      ];
    case 'keys':
      return [
        `The keys of the profile '${name}' have run out: ${failure.message}`,
        'Temporary keys last some hours: put new ones in their place, then repeat.',
      ];
    default:
      return [`${ended}: ${failure.message}`, 'Sign in again, or renew the keys, then repeat.'];
  }
}

function certificate(code: string, said: string): [string, string] {
  if (/^(EPROTO|ERR_SSL)/.test(code))
    return [
      `What answers in the place of AWS does not speak TLS (${code}).`,
      'Check HTTPS_PROXY and endpoint_url: most proxies and emulators want http:// and not https://.',
    ];
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)/.test(code))
    return [
      `The certificate of the connection to AWS is not valid today (${said}).`,
      'Check the date of this machine. If it is right, the certificate of the proxy or of endpoint_url must be renewed.',
    ];
  return [
    `The certificate of the connection to AWS cannot be verified (${said}).`,
    'If the client inspects TLS, set ca_bundle in the AWS profile (or AWS_CA_BUNDLE) to the certificate of their proxy.',
  ];
}
