import type { Check } from './check.ts';
import { ec2Checks } from './ec2/index.ts';

/** Every check there is. */
export const checks: readonly Check[] = [...ec2Checks];
