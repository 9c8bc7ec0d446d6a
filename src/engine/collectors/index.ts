import * as autoScaling from './auto-scaling.ts';
import * as cloudtrail from './cloudtrail.ts';
import * as cloudwatch from './cloudwatch.ts';
import * as costExplorer from './cost-explorer.ts';
import * as dynamodb from './dynamodb.ts';
import * as ec2 from './ec2.ts';
import * as ecs from './ecs.ts';
import * as eks from './eks.ts';
import * as elbv2 from './elbv2.ts';
import * as iam from './iam.ts';
import * as kms from './kms.ts';
import * as lambda from './lambda.ts';
import * as logs from './logs.ts';
import * as organizations from './organizations.ts';
import * as quotas from './quotas.ts';
import * as rds from './rds.ts';
import type { Read } from './read.ts';
import * as s3 from './s3.ts';
import * as sts from './sts.ts';
import * as tagging from './tagging.ts';

const isRead = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && 'kind' in value && 'operation' in value;

/** Every read there is: whatever the files of the services export. */
export const reads: readonly Read[] = [
  autoScaling,
  cloudtrail,
  cloudwatch,
  costExplorer,
  dynamodb,
  ec2,
  ecs,
  eks,
  elbv2,
  iam,
  kms,
  lambda,
  logs,
  organizations,
  quotas,
  rds,
  s3,
  sts,
  tagging,
].flatMap((module) => Object.values(module).filter(isRead));
