import { ownerArn } from '../../collectors/iam.ts';
import type { Resource } from '../estate.ts';

/** Index key of access keys and inline policies: the ARN of the user or role that they belong to. */
export const byOwner = <B>(row: Resource<B>): string => ownerArn(row.arn);
