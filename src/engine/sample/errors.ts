import type { Service } from '../aws/services.ts';
import { uuid } from './ids.ts';

/** An error as the SDK throws it. */
export function awsError(name: string, message: string, status: number): Error {
  return Object.assign(new Error(message), {
    name,
    $fault: status < 500 ? 'client' : 'server',
    $metadata: {
      httpStatusCode: status,
      requestId: uuid(name, message),
      attempts: 1,
      totalRetryDelay: 0,
    },
  });
}

/** Who says no. The words are those of the services, from which a denial's kind is told. */
export type Because =
  | 'identity-policy'
  | 'service-control-policy'
  | 'resource-policy'
  | 'permissions-boundary';

const words: Record<Because, (action: string) => string> = {
  'identity-policy': (action) => `because no identity-based policy allows the ${action} action`,
  'service-control-policy': () => 'with an explicit deny in a service control policy',
  'resource-policy': (action) => `because no resource-based policy allows the ${action} action`,
  'permissions-boundary': (action) => `because no permissions boundary allows the ${action} action`,
};

const jsonServices: ReadonlySet<Service> = new Set([
  'cloudtrail',
  'cloudwatch-logs',
  'cost-explorer',
  'dynamodb',
  'ecs',
  'kms',
  'organizations',
  'resource-groups-tagging-api',
  'service-quotas',
]);
const restJsonServices: ReadonlySet<Service> = new Set(['eks', 'lambda']);

/** The services agree neither on the name of a denial nor on its status. */
export function accessDenied(
  service: Service,
  principal: string,
  action: string,
  resource: string | undefined,
  because: Because,
): Error {
  const said = [
    `User: ${principal} is not authorized to perform: ${action}`,
    ...(resource ? [`on resource: ${service === 's3' ? `"${resource}"` : resource}`] : []),
    words[because](action),
  ].join(' ');
  if (service === 'ec2')
    return awsError(
      'UnauthorizedOperation',
      `You are not authorized to perform this operation. ${said}`,
      403,
    );
  if (jsonServices.has(service)) return awsError('AccessDeniedException', said, 400);
  if (restJsonServices.has(service)) return awsError('AccessDeniedException', said, 403);
  return awsError('AccessDenied', said, 403);
}

/** A region that the account has not opted in to: each service has its own way of not knowing the caller. */
export const regionOff = (service: Service): Error =>
  service === 'ec2'
    ? awsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401)
    : jsonServices.has(service) || restJsonServices.has(service)
      ? awsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 400)
      : awsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);

/** A service that was never switched on for an account in a region. */
export const notOffered = (): Error =>
  awsError(
    'SubscriptionRequiredException',
    'The AWS Access Key Id needs a subscription for the service',
    403,
  );
