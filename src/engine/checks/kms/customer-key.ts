import type { Verdict } from '../../../shared/model/finding.ts';
import type { Stored } from '../../../shared/model/json.ts';
import { keyMetadata } from '../../collectors/kms.ts';
import type { Facet } from '../../collectors/read.ts';
import { notApplicable } from '../check.ts';
import type { Resource } from '../estate.ts';

type Metadata = NonNullable<typeof keyMetadata extends Facet<infer V, infer _> ? Stored<V> : never>;

/** The metadata of a key that the client manages; the keys of AWS services cannot be changed. */
export function customerKey(key: Resource<object>): Metadata | Verdict {
  const metadata = key.get(keyMetadata);
  return metadata?.KeyManager === 'CUSTOMER' ? metadata : notApplicable('aws-managed');
}

export const isVerdict = (value: Metadata | Verdict): value is Verdict => 'status' in value;
