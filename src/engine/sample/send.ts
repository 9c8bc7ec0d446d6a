import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Call, Send } from '../aws/send.ts';
import type { Answer, Asked } from './answer.ts';
import { isOptIn } from './answers/ec2.ts';
import { callerOf } from './answers/identity.ts';
import { answers } from './answers/index.ts';
import { awsError, regionOff } from './errors.ts';
import { uuid } from './ids.ts';
import { refuse } from './refusals.ts';
import type { World } from './world.ts';

/** Inputs that would change an answer of AWS and cannot change one of this estate: nothing here is hidden by them. */
const indifferent: ReadonlySet<string> = new Set([
  'IncludeManagedResources',
  'IncludeDeprecated',
  'IncludeDisabled',
]);

/** Answers calls out of a world, in the SDK's own shapes, errors and pages. */
export function sendTo(world: World): Send {
  return async (call, signal) => {
    // As over a network, nobody else has to wait for an answer.
    await nextTurn();
    signal.throwIfAborted();
    const table = answers[call.service] as Record<string, Answer<object, object> | undefined>;
    const answer = table[call.operation];
    if (!answer) throw new Error(`The sample estate has no answer to ${call.service} ${call.operation}`);
    const account = world.account(call.account);
    if (account.refuses)
      throw awsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
    if (isOptIn(call.region)) throw regionOff(call.service);
    const site = world.site(account.id, call.region);
    refuse(call, world, site);
    const heard = new Set<string>();
    const output = answer({
      world,
      moment: world.moment,
      account,
      site,
      global: world.site(account.id, 'global'),
      input: listening(call.input, heard),
      key: keyOf(call),
    } satisfies Asked<object>);
    assertHeeded(call, heard);
    return {
      ...output,
      $metadata: {
        httpStatusCode: 200,
        requestId: uuid(keyOf(call), JSON.stringify(call.input)),
        attempts: 1,
        totalRetryDelay: 0,
      },
    };
  };
}

/** Enters an account as AWS would: throws the error of STS where the role may not be assumed. */
export function entryTo(world: World, role: string): (account: string) => Promise<void> {
  return async (id) => {
    const account = world.accounts.find((one) => one.id === id);
    if (!account || account.refuses)
      throw awsError(
        'AccessDenied',
        `User: ${callerOf(world.accounts[0]!.id)} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${id}:role/${role}`,
        403,
      );
  };
}

/** Notes which properties of an input an answer looks at. */
const listening = (input: Record<string, unknown>, heard: Set<string>): object =>
  new Proxy(input, {
    get: (target, name) => {
      heard.add(String(name));
      return target[String(name)];
    },
  });

/** A property that nobody looked at would be a filter that did nothing: better to say so than to answer wrongly. */
function assertHeeded(call: Call, heard: ReadonlySet<string>): void {
  const unheeded = Object.keys(call.input).filter(
    (name) => call.input[name] !== undefined && !heard.has(name) && !indifferent.has(name),
  );
  if (unheeded.length > 0)
    throw new Error(
      `The sample estate does not heed ${unheeded.join(', ')} of ${call.service} ${call.operation}`,
    );
}

/** Properties that say which part of a list is asked for, and not which list. */
const places: ReadonlySet<string> = new Set([
  'NextToken',
  'nextToken',
  'Marker',
  'PaginationToken',
  'ContinuationToken',
  'MaxResults',
  'maxResults',
  'MaxRecords',
  'MaxItems',
  'MaxBuckets',
  'PageSize',
  'ResourcesPerPage',
  'Limit',
  'limit',
]);

const keyOf = ({ account, region, service, operation, input }: Call): string =>
  JSON.stringify([
    account,
    region,
    service,
    operation,
    Object.entries(input)
      .filter(([name, value]) => !places.has(name) && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
