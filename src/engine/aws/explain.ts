import { FieldbookError } from '../../shared/contract/errors.ts';
import { classify, type Failure } from './failure.ts';
import type { AccountTarget } from './gateway.ts';

/** Why an account could not be entered, and what to do, for a person. */
export function explain(error: unknown, target: AccountTarget): FieldbookError {
  if (error instanceof FieldbookError) return error;
  const failure = classify(error);
  return new FieldbookError(codeOf(failure, target), ...wordsOf(failure, target), { cause: error });
}

function codeOf(failure: Failure, target: AccountTarget) {
  switch (failure.kind) {
    case 'expired':
      return 'sign-in-needed';
    case 'invalid-credentials':
      return 'credentials-invalid';
    case 'denied':
      return target.assume ? 'account-refused' : 'credentials-invalid';
    case 'clock-skew':
      return 'clock-skew';
    case 'unreachable':
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

function wordsOf(failure: Failure, target: AccountTarget): [string, string] {
  const { profile, assume } = target;
  switch (failure.kind) {
    case 'expired':
      return [
        `The session of the profile '${profile}' is not valid any more (${failure.message}).`,
        `Sign in again with 'aws sso login --profile ${profile}' (or renew the keys), then go on with 'fieldbook resume'.`,
      ];
    case 'invalid-credentials':
      return [
        `AWS does not know the keys of the profile '${profile}' (${failure.code}).`,
        'They may have been deleted or rotated: put the new ones into the profile, or choose another profile.',
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
        `AWS refuses the requests of this machine because its clock is wrong (${failure.code}).`,
        'Set the clock by network time (on Debian: timedatectl set-ntp true) and repeat.',
      ];
    case 'certificate':
      return [
        `The certificate of the connection to AWS cannot be verified (${failure.code}).`,
        'If the client inspects TLS, set ca_bundle in the AWS profile (or AWS_CA_BUNDLE) to the certificate of their proxy.',
      ];
    case 'aborted':
      return ['Cancelled.', 'Start it again when you want to; nothing was lost.'];
    case 'unreachable':
    case 'throttled':
      return [
        `AWS cannot be reached (${failure.code}: ${failure.message}).`,
        'Check the network, VPN and proxy (HTTPS_PROXY), then repeat. Nothing was lost.',
      ];
    default:
      return [
        `The answer for the profile '${profile}' makes no sense (${failure.code}: ${failure.message}).`,
        'Check endpoint_url in the profile: what answers there does not speak as AWS does.',
      ];
  }
}
