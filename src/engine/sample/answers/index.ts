import type { Service } from '../../aws/services.ts';
import type { Answers } from '../answer.ts';
import { elasticLoadBalancing } from './balancing.ts';
import { costExplorer } from './bill.ts';
import { autoScaling, lambda } from './compute.ts';
import { ecs, eks } from './containers.ts';
import { dynamodb, rds } from './databases.ts';
import { ec2 } from './ec2.ts';
import { iam, sts } from './identity.ts';
import { kms } from './keys.ts';
import { cloudtrail, cloudwatch, logs } from './observability.ts';
import { organizations } from './organizations.ts';
import { serviceQuotas } from './quotas.ts';
import { s3, s3Control } from './storage.ts';
import { tagging } from './tags.ts';

/** Everything that the sample estate answers, by service and operation. */
export const answers: { [S in Service]: Answers<S> } = {
  'auto-scaling': autoScaling,
  cloudtrail,
  cloudwatch,
  'cloudwatch-logs': logs,
  'cost-explorer': costExplorer,
  dynamodb,
  ec2,
  ecs,
  eks,
  'elastic-load-balancing-v2': elasticLoadBalancing,
  iam,
  kms,
  lambda,
  organizations,
  rds,
  'resource-groups-tagging-api': tagging,
  s3,
  's3-control': s3Control,
  'service-quotas': serviceQuotas,
  sts,
};
