import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Service } from './services.ts';

/** Operations that may be called, as `ec2:DescribeVolumes`. Made from the declared reads alone. */
export type AllowList = ReadonlySet<string>;

export const allowKey = (service: Service, operation: string): string => `${service}:${operation}`;

/** Refuses what is not on the list. Called before anything is signed or sent. */
export function assertAllowed(allowed: AllowList, service: Service, operation: string): void {
  if (!allowed.has(allowKey(service, operation)))
    throw new FieldbookError(
      'write-refused',
      `${service} ${operation} is not on the list of operations that Fieldbook may call.`,
      'Nothing was sent. This is a mistake in Fieldbook: please report it.',
    );
}
