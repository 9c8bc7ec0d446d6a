import { on, type State } from '../moment.ts';
import type { Account } from '../world.ts';

export const MAIN = 'us-east-1';
export const RECOVERY = 'us-west-2';
export const EUROPE = 'eu-west-1';

/** Regions in which Acme Health runs anything. */
export const regions = [MAIN, RECOVERY, EUROPE] as const;

/** Role that was rolled out for the assessment; the sandbox was forgotten. */
export const ROLE = 'FieldbookAudit';

export const MANAGEMENT = 'acme-management';
export const PRODUCTION = 'acme-production';
export const STAGING = 'acme-staging';
export const DATA = 'acme-data';
export const SANDBOX = 'acme-sandbox';

const blockAll = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

const strongPasswords = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  ExpirePasswords: false,
  PasswordReusePrevention: 24,
};

const weakPasswords = {
  ...strongPasswords,
  MinimumPasswordLength: 8,
  RequireSymbols: false,
  PasswordReusePrevention: 3,
};

/** The accounts of Acme Health, as the state of the estate leaves them. */
export function accounts(state: State, ago: (days: number) => Date): Account[] {
  const now = <A, B>(before: A, after: B) => (state === 'before' ? before : after);
  return [
    {
      id: '111122223333',
      name: MANAGEMENT,
      email: 'aws+management@acmehealth.example',
      joined: on('2018-05-14'),
      unit: 'Root',
      refuses: false,
      settings: {
        passwordPolicy: now(weakPasswords, strongPasswords),
        // Somebody made keys for root in 2018 and a script of that time still used them.
        root: now({ mfa: false, keys: true, used: ago(12) }, { mfa: true, keys: false }),
        credentialReport: ago(0.05),
        ...now({}, { publicAccessBlock: blockAll }),
      },
    },
    {
      id: '222233334444',
      name: PRODUCTION,
      email: 'aws+production@acmehealth.example',
      joined: on('2019-02-04'),
      unit: 'Production',
      refuses: false,
      settings: {
        passwordPolicy: now(weakPasswords, strongPasswords),
        root: { mfa: true, keys: false, used: on('2024-10-02') },
        credentialReport: ago(0.1),
        ...now(
          {},
          { publicAccessBlock: { ...blockAll, BlockPublicPolicy: false, RestrictPublicBuckets: false } },
        ),
      },
    },
    {
      id: '333344445555',
      name: STAGING,
      email: 'aws+staging@acmehealth.example',
      joined: on('2019-06-20'),
      unit: 'Non-production',
      refuses: false,
      settings: {
        root: now({ mfa: false, keys: false }, { mfa: true, keys: false }),
        // Nobody has made the report yet, and Fieldbook does not make it unasked.
        ...now(
          {},
          { credentialReport: ago(0.3), passwordPolicy: strongPasswords, publicAccessBlock: blockAll },
        ),
      },
    },
    {
      id: '444455556666',
      name: DATA,
      email: 'aws+data@acmehealth.example',
      joined: on('2021-09-13'),
      unit: 'Data',
      refuses: false,
      settings: {
        passwordPolicy: strongPasswords,
        root: { mfa: true, keys: false },
        credentialReport: ago(0.2),
        publicAccessBlock: blockAll,
      },
    },
    {
      id: '555566667777',
      name: SANDBOX,
      email: 'former.employee@acmehealth.example',
      joined: on('2020-03-02'),
      unit: 'Root',
      refuses: true,
      settings: { root: { mfa: false, keys: true } },
    },
    {
      id: '666677778888',
      name: 'acme-hackathon-2023',
      email: 'aws+hackathon@acmehealth.example',
      joined: on('2023-03-20'),
      unit: 'Root',
      refuses: true,
      // Closed, and shown by the organization until it is gone.
      closed: true,
      settings: { root: { mfa: true, keys: false } },
    },
  ];
}
