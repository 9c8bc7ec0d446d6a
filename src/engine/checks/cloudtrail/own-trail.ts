import type { Verdict } from '../../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../../shared/model/resource.ts';
import { notApplicable } from '../check.ts';

/** The trail of an organization shows in its members too, where it cannot be changed: it is judged at its owner. */
export function foreignTrail({ arn, account }: ResourceIdentity): Verdict | undefined {
  const owner = arn.split(':')[4];
  return owner && owner !== account ? notApplicable('of-organization', { owner }) : undefined;
}
