import { autoScalingChecks } from './auto-scaling/index.ts';
import type { Check } from './check.ts';
import { cloudtrailChecks } from './cloudtrail/index.ts';
import { cloudwatchChecks } from './cloudwatch/index.ts';
import { dynamodbChecks } from './dynamodb/index.ts';
import { ec2Checks } from './ec2/index.ts';
import { ecsChecks } from './ecs/index.ts';
import { eksChecks } from './eks/index.ts';
import { elbv2Checks } from './elbv2/index.ts';
import { iamChecks } from './iam/index.ts';
import { kmsChecks } from './kms/index.ts';
import { lambdaChecks } from './lambda/index.ts';
import { logsChecks } from './logs/index.ts';
import { organizationsChecks } from './organizations/index.ts';
import { quotaChecks } from './quotas/index.ts';
import { rdsChecks } from './rds/index.ts';
import { s3Checks } from './s3/index.ts';
import { taggingChecks } from './tagging/index.ts';
import { vpcChecks } from './vpc/index.ts';

/** Every check there is. */
export const checks: readonly Check[] = [
  ...autoScalingChecks,
  ...cloudtrailChecks,
  ...cloudwatchChecks,
  ...dynamodbChecks,
  ...ec2Checks,
  ...ecsChecks,
  ...eksChecks,
  ...elbv2Checks,
  ...iamChecks,
  ...kmsChecks,
  ...lambdaChecks,
  ...logsChecks,
  ...organizationsChecks,
  ...quotaChecks,
  ...rdsChecks,
  ...s3Checks,
  ...taggingChecks,
  ...vpcChecks,
];
