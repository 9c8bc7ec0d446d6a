import type { TagPolicy } from '../../../shared/model/engagement.ts';
import type { Tags } from '../../../shared/model/resource.ts';
import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import { tables } from '../../collectors/dynamodb.ts';
import { addresses, instances, natGateways, volumes } from '../../collectors/ec2.ts';
import { clusters as ecsClusters, services } from '../../collectors/ecs.ts';
import { clusters as eksClusters, nodegroups } from '../../collectors/eks.ts';
import { loadBalancers } from '../../collectors/elbv2.ts';
import { functions } from '../../collectors/lambda.ts';
import { logGroups } from '../../collectors/logs.ts';
import { dbClusters, dbInstances } from '../../collectors/rds.ts';
import type { AnyListing } from '../../collectors/read.ts';
import { buckets } from '../../collectors/s3.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** What costs money or holds data by itself. Snapshots, cards and rules inherit from, or belong to, one of these. */
const taggable: readonly AnyListing[] = [
  addresses,
  autoScalingGroups,
  buckets,
  dbClusters,
  dbInstances,
  ecsClusters,
  eksClusters,
  functions,
  instances,
  loadBalancers,
  logGroups,
  natGateways,
  nodegroups,
  services,
  tables,
  volumes,
];

/** Holds every asset against the tags that the client has agreed on. Keys and values are matched with their case. */
export const taggingRequiredTags = check({
  id: 'tagging-required-tags',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: taggable,
  references: ['WA:COST03-BP02'],
  effort: 'S',
  fix: {
    cli: ({ arn, region }) =>
      `aws resourcegroupstaggingapi tag-resources --region ${region} --resource-arn-list ${arn} --tags <key>=<value>`,
    terraform: () =>
      'provider "aws" {\n  default_tags {\n    tags = {\n      <key> = "<value>"\n    }\n  }\n}',
  },
  judge(resource, { tagPolicy: { required } }) {
    if (required.length === 0) return notApplicable('nothing-required');
    const { tags } = resource;
    const missing = required.filter(({ key }) => !tags[key]).map(({ key }) => key);
    const wrong = required.filter((rule) => isWrong(rule, tags)).map(({ key }) => `${key}=${tags[key]}`);
    const seen = { tags };
    if (missing.length > 0 && wrong.length > 0)
      return fail('missing-and-wrong', { missing, wrong }, { seen });
    if (missing.length > 0) return fail('missing', { missing }, { seen });
    if (wrong.length > 0) return fail('wrong', { wrong }, { seen });
    return pass('complete', { keys: required.map(({ key }) => key) }, { seen });
  },
});

/** A value that is there and is none of those agreed on. */
const isWrong = ({ key, values }: TagPolicy['required'][number], tags: Tags): boolean => {
  const value = tags[key];
  return Boolean(value) && values.length > 0 && !values.includes(value!);
};
