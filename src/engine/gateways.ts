import { FieldbookError } from '../shared/contract/errors.ts';
import type { Gateway } from './aws/gateway.ts';
import { sessionPolicyFor } from './aws/policy.ts';
import { type RealOptions, realGateway } from './aws/real.ts';
import type { Read } from './collectors/read.ts';
import { allowListOf } from './snapshot/plan.ts';

/** Profiles that are no profiles of the AWS files but states of the built-in estate. */
export const sampleProfiles = ['sample:before', 'sample:after'] as const;

export interface OpenedGateway {
  gateway: Gateway;
  /** The moment that the sample estate is of; undefined for AWS itself. */
  now?: Date;
  /** How much faster than politely it may be asked. */
  pace: number;
}

/** The way into what the first profile stands for: AWS, or the sample estate. */
export async function openGateway(
  profile: string,
  reads: readonly Read[],
  options: Omit<RealOptions, 'allowed' | 'sessionPolicy'>,
): Promise<OpenedGateway> {
  if (profile.startsWith('sample:')) {
    if (!(sampleProfiles as readonly string[]).includes(profile))
      throw new FieldbookError(
        'profile-unknown',
        `There is no state '${profile}' of the sample estate.`,
        `Use one of: ${sampleProfiles.join(', ')}.`,
      );
    // Loaded when asked for: the estate is large and only the demo needs it.
    const { sampleEstate } = await import('./sample/index.ts');
    const estate = sampleEstate({ state: profile === 'sample:after' ? 'after' : 'before' });
    return { gateway: estate.gateway, now: estate.takenAt, pace: 1000 };
  }
  return {
    pace: 1,
    gateway: realGateway({
      ...options,
      allowed: allowListOf(reads),
      sessionPolicy: sessionPolicyFor(actionsOf(reads)),
    }),
  };
}

/** IAM actions of a set of reads, and of finding out who and where we are. */
export const actionsOf = (reads: readonly Read[]): string[] => [
  ...new Set([
    'ec2:DescribeRegions',
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    ...reads.flatMap((read) => read.iam),
  ]),
];
