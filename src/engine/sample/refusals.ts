import type { Call } from '../aws/send.ts';
import { callerOf } from './answers/identity.ts';
import { accessDenied, type Because, notOffered } from './errors.ts';
import { DATA, EUROPE, MAIN, PRODUCTION, STAGING } from './estate/accounts.ts';
import type { State } from './moment.ts';
import type { Site, World } from './world.ts';

/** A call that is refused on purpose, so that every kind of refusal is met once. */
interface Refusal {
  account: string;
  service: Call['service'];
  /** All operations of the service, when none is named. */
  operation?: string;
  region?: string;
  /** States in which it is so; both, when none is named. */
  in?: State;
  /** IAM action, where it is not the operation's name. */
  action?: string;
  /** ARN of what is asked for when it is refused; undefined: let through. */
  resource?: (input: Record<string, unknown>, site: Site) => string | undefined;
  because: Because | 'not-offered';
}

const bucketLike =
  (pattern: RegExp) =>
  ({ Bucket }: Record<string, unknown>) =>
    pattern.test(String(Bucket)) ? `arn:aws:s3:::${Bucket}` : undefined;

const refusals: Refusal[] = [
  // The privacy office keeps the policies of patients' data to itself; later of one bucket only.
  {
    account: DATA,
    service: 's3',
    operation: 'GetBucketPolicy',
    in: 'before',
    resource: bucketLike(/^acme-health-phi-/),
    because: 'service-control-policy',
  },
  {
    account: DATA,
    service: 's3',
    operation: 'GetBucketPolicy',
    in: 'after',
    resource: bucketLike(/^acme-health-phi-research$/),
    because: 'service-control-policy',
  },
  // The key of the laboratory lets only the laboratory look at its policy.
  {
    account: PRODUCTION,
    service: 'kms',
    operation: 'GetKeyPolicy',
    region: MAIN,
    resource: ({ KeyId }, site) => {
      const { TargetKeyId } = site.get('alias', 'alias/lis-exchange').body;
      return String(KeyId).endsWith(TargetKeyId!) ? site.arn('kms', `key/${TargetKeyId}`) : undefined;
    },
    because: 'resource-policy',
  },
  // The role of staging was made from an older template.
  {
    account: STAGING,
    service: 'dynamodb',
    operation: 'DescribeContinuousBackups',
    in: 'before',
    resource: ({ TableName }, site) => site.arn('dynamodb', `table/${TableName}`),
    because: 'identity-policy',
  },
  // A boundary of the data team's own making.
  {
    account: DATA,
    service: 'lambda',
    operation: 'GetPolicy',
    resource: ({ FunctionName }, site) =>
      site.arn('lambda', `function:${String(FunctionName).split(':function:').at(-1)}`),
    because: 'permissions-boundary',
  },
  // Nobody ever switched the service on there.
  { account: DATA, service: 'eks', region: EUROPE, because: 'not-offered' },
];

/** Throws when the call is one that is refused. */
export function refuse(call: Call, world: World, site: Site): void {
  for (const refusal of refusals) {
    if (
      refusal.account !== site.account.name ||
      refusal.service !== call.service ||
      (refusal.operation && refusal.operation !== call.operation) ||
      (refusal.region && refusal.region !== call.region) ||
      (refusal.in && refusal.in !== world.moment.state)
    )
      continue;
    if (refusal.because === 'not-offered') throw notOffered();
    const resource = refusal.resource?.(call.input, site);
    if (refusal.resource && !resource) continue;
    throw accessDenied(
      call.service,
      callerOf(site.account.id),
      refusal.action ?? `${call.service}:${call.operation}`,
      resource,
      refusal.because,
    );
  }
}
