import type { ErrorCode } from '../shared/contract/errors.ts';

export const EXIT_USAGE = 2;
const EXIT_FILE = 3;
const EXIT_AWS = 4;
export const EXIT_PAUSED = 5;
export const EXIT_NOT_SOUND = 6;
const EXIT_REPORT = 7;
const EXIT_INTERNAL = 70;
const EXIT_CANCELLED = 130;

/** For the help and the README. */
export const exitCodes: readonly [number, string][] = [
  [0, 'done'],
  [EXIT_USAGE, 'the command cannot be understood, or names something that does not exist'],
  [EXIT_FILE, 'the engagement file cannot be used: passphrase, damage, version, lock, disk, rights'],
  [EXIT_AWS, 'AWS cannot be used: profile, sign-in, role, network, proxy, clock'],
  [EXIT_PAUSED, 'the scan waits; go on with resume'],
  [EXIT_NOT_SOUND, 'doctor found something to mend'],
  [EXIT_REPORT, 'the report was not made'],
  [EXIT_INTERNAL, 'a mistake in Fieldbook'],
  [EXIT_CANCELLED, 'cancelled'],
];

const groups: [number, readonly ErrorCode[]][] = [
  [
    EXIT_USAGE,
    [
      'bad-input',
      'no-engagement',
      'snapshot-unknown',
      'finding-unknown',
      'resource-unknown',
      'recommendation-unknown',
      'nothing-to-resume',
      'nothing-scanned',
      'scan-running',
      'file-exists',
      'weak-passphrase',
      'logo-refused',
      'report-unknown',
      'evidence-too-large',
      'changed-since',
    ],
  ],
  [
    EXIT_FILE,
    [
      'wrong-passphrase',
      'file-not-found',
      'file-foreign',
      'file-damaged',
      'evidence-damaged',
      'file-from-future',
      'file-in-use',
      'folder-not-writable',
      'disk-full',
      'read-only',
      'keychain-unavailable',
      'passphrase-not-kept',
    ],
  ],
  [
    EXIT_AWS,
    [
      'aws-config-missing',
      'aws-config-malformed',
      'profile-unknown',
      'profile-incomplete',
      'sign-in-needed',
      'mfa-needed',
      'credentials-invalid',
      'clock-skew',
      'network-unreachable',
      'proxy-or-certificate',
      'account-refused',
      'answer-unusable',
    ],
  ],
  [EXIT_REPORT, ['report-blocked', 'report-incomplete', 'report-memory', 'printer-unavailable']],
  [EXIT_CANCELLED, ['cancelled']],
];

export const exitCodeOf = (code: ErrorCode): number =>
  groups.find(([, codes]) => codes.includes(code))?.[0] ?? EXIT_INTERNAL;
