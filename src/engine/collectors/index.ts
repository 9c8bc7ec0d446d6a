import * as ec2 from './ec2.ts';
import type { Read } from './read.ts';
import * as tagging from './tagging.ts';

const isRead = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && 'kind' in value && 'operation' in value;

/** Every read there is: whatever the files of the services export. */
export const reads: readonly Read[] = [ec2, tagging].flatMap((module) =>
  Object.values(module).filter(isRead),
);
