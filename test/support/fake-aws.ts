import type { AccountTarget, EnteredAccount, Gateway } from '../../src/engine/aws/gateway.ts';
import type { Call } from '../../src/engine/aws/send.ts';
import type { FieldbookError } from '../../src/shared/contract/errors.ts';
import { ACCOUNT } from './estate.ts';

type Answer = (call: Call, nth: number) => unknown;

/** An error as the SDK throws it. */
export const sdkError = (name: string, message = name, status = 400): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });

export interface FakeAws extends Gateway {
  calls: Call[];
  entered: AccountTarget[];
}

/**
 * AWS for tests: answers by `service:Operation`; what is not named gives an empty answer. Regions are
 * us-east-1 and eu-west-1.
 */
export function fakeAws(
  answers: Record<string, Answer>,
  refuses: Record<string, FieldbookError> = {},
): FakeAws {
  const calls: Call[] = [];
  const entered: AccountTarget[] = [];
  const counts = new Map<string, number>();
  const defaults: Record<string, Answer> = {
    'ec2:DescribeRegions': () => ({
      Regions: [
        { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
        { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
        { RegionName: 'me-central-1', OptInStatus: 'not-opted-in' },
      ],
    }),
    'organizations:DescribeOrganization': () => {
      throw sdkError('AWSOrganizationsNotInUseException');
    },
  };
  return {
    calls,
    entered,
    async send(call) {
      const key = `${call.service}:${call.operation}`;
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      calls.push(call);
      return (answers[key] ?? defaults[key] ?? (() => ({})))(call, nth);
    },
    async enter(target): Promise<EnteredAccount> {
      entered.push(target);
      const account = target.assume?.account ?? ACCOUNT;
      const refusal = refuses[account];
      if (refusal) throw refusal;
      return {
        account,
        partition: 'aws',
        caller: `arn:aws:sts::${account}:assumed-role/FieldbookAudit/x`,
        target,
      };
    },
    homeRegion: async () => 'us-east-1',
    close: () => {},
  };
}

/** Pages of volumes: `pages` of `size` each in every region. */
export const volumePages =
  (pages: number, size: number): Answer =>
  ({ input, region }) => {
    const page = Number(input.NextToken ?? 0);
    return {
      Volumes: Array.from({ length: size }, (_, i) => ({
        VolumeId: `vol-${region}-${page}-${i}`,
        VolumeType: 'gp2',
        Size: 100,
        State: 'in-use',
      })),
      ...(page + 1 < pages && { NextToken: String(page + 1) }),
    };
  };
