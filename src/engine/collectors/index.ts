import * as autoScaling from './auto-scaling.ts';
import * as ec2 from './ec2.ts';
import * as ecs from './ecs.ts';
import * as eks from './eks.ts';
import * as elbv2 from './elbv2.ts';
import * as iam from './iam.ts';
import * as organizations from './organizations.ts';
import * as quotas from './quotas.ts';
import type { Read } from './read.ts';
import * as sts from './sts.ts';
import * as tagging from './tagging.ts';

const isRead = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && 'kind' in value && 'operation' in value;

/** Every read there is: whatever the files of the services export. */
export const reads: readonly Read[] = [
  autoScaling,
  ec2,
  ecs,
  eks,
  elbv2,
  iam,
  organizations,
  quotas,
  sts,
  tagging,
].flatMap((module) => Object.values(module).filter(isRead));
