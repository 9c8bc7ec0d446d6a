import { checks } from '../../src/engine/checks/index.ts';
import { readsOf } from '../../src/engine/checks/judge.ts';
import type { Recorded } from './emulator.ts';

/** Operations that a scan may make: the declared reads, who and where we are, and taking a role. */
const reading = new Set([
  'GetCallerIdentity',
  'AssumeRole',
  'DescribeRegions',
  'DescribeOrganization',
  'ListAccounts',
  ...checks.flatMap((check) => [...readsOf(check)].map((read) => read.operation)),
]);

/** True for a request that cannot change anything. REST services are told by their method alone. */
export const isRead = ({ method, operation }: Recorded): boolean =>
  operation === null ? method === 'GET' || method === 'HEAD' || method === 'OPTIONS' : reading.has(operation);
