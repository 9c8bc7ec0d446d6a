import { autoScalingChecks } from './auto-scaling/index.ts';
import type { Check } from './check.ts';
import { ec2Checks } from './ec2/index.ts';
import { ecsChecks } from './ecs/index.ts';
import { eksChecks } from './eks/index.ts';
import { elbv2Checks } from './elbv2/index.ts';
import { iamChecks } from './iam/index.ts';
import { organizationsChecks } from './organizations/index.ts';
import { quotaChecks } from './quotas/index.ts';
import { taggingChecks } from './tagging/index.ts';
import { vpcChecks } from './vpc/index.ts';

/** Every check there is. */
export const checks: readonly Check[] = [
  ...autoScalingChecks,
  ...ec2Checks,
  ...ecsChecks,
  ...eksChecks,
  ...elbv2Checks,
  ...iamChecks,
  ...organizationsChecks,
  ...quotaChecks,
  ...taggingChecks,
  ...vpcChecks,
];
