import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from '../shared/model/scan.ts';
import type { Gateway } from './aws/gateway.ts';
import { sessionPolicyFor } from './aws/policy.ts';
import { type RealOptions, realGateway } from './aws/real.ts';
import { cannot } from './cannot.ts';
import type { Read } from './collectors/read.ts';
import { allowListOf } from './snapshot/plan.ts';

/** Profiles that are no profiles of the AWS files but states of the built-in estate. */
export const sampleProfiles = ['sample:before', 'sample:after'] as const;

export interface OpenedGateway {
  gateway: Gateway;
  /** The moment that the sample estate is of; undefined for AWS itself. */
  now?: Date;
  /** What the paces multiply the polite rates by. */
  rates: Record<Pace, number>;
}

/** AWS: `fast` stays below what its services give to everybody, since throttling lowers it again. */
const politeRates: Record<Pace, number> = { gentle: 0.3, normal: 1, fast: 2 };
/** The sample estate has nothing to spare; `gentle` shows a scan at the speed that AWS would give it. */
const sampleRates: Record<Pace, number> = { gentle: 1, normal: 1000, fast: 1000 };

/** The way into what the first profile stands for: AWS, or the sample estate. */
export async function openGateway(
  profile: string,
  reads: readonly Read[],
  { sampleDelay = 0, ...options }: Omit<RealOptions, 'allowed' | 'sessionPolicy'> & { sampleDelay?: number },
): Promise<OpenedGateway> {
  if (profile.startsWith('sample:')) {
    if (!(sampleProfiles as readonly string[]).includes(profile))
      throw cannot('profile-unknown', 'aws.sampleUnknown', { profile, known: sampleProfiles.join(', ') });
    // Loaded when asked for: the estate is large and only the demo needs it.
    const { sampleEstate } = await import('./sample/index.ts');
    const estate = sampleEstate({ state: profile === 'sample:after' ? 'after' : 'before' });
    return {
      gateway: sampleDelay > 0 ? delayed(estate.gateway, sampleDelay) : estate.gateway,
      now: estate.takenAt,
      rates: sampleRates,
    };
  }
  return {
    rates: politeRates,
    gateway: realGateway({
      ...options,
      allowed: allowListOf(reads),
      sessionPolicy: sessionPolicyFor(actionsOf(reads)),
    }),
  };
}

const delayed = (gateway: Gateway, ms: number): Gateway => ({
  ...gateway,
  async send(call, signal) {
    await sleep(ms, undefined, { signal });
    return gateway.send(call, signal);
  },
});

/** IAM actions of a set of reads, and of finding out who and where we are. */
export const actionsOf = (reads: readonly Read[]): string[] => [
  ...new Set([
    'ec2:DescribeRegions',
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    ...reads.flatMap((read) => read.iam),
  ]),
];
