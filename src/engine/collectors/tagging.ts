import { listing } from './read.ts';

/** Services whose own answers carry no tags; of the others the tags are in the bodies already. */
export const taggedServices = [
  'cloudtrail',
  'cloudwatch',
  'dynamodb',
  'elasticloadbalancing',
  'kms',
  'lambda',
  'logs',
  's3',
] as const;

/**
 * Tags of what the Resource Groups Tagging API knows of these services, a hundred resources a call. Only resources that
 * carry or carried a tag are in the answer, so one that is missing from a complete answer has no tags.
 */
export const taggedResources = listing({
  service: 'resource-groups-tagging-api',
  operation: 'GetResources',
  type: 'AWS::ResourceGroups::TaggedResource',
  auxiliary: true,
  page: { output: 'PaginationToken', input: 'PaginationToken' },
  input: () => ({ ResourcesPerPage: 100, ResourceTypeFilters: [...taggedServices] }),
  items: (output) => output.ResourceTagMappingList,
  identify: (mapping) => ({ arn: mapping.ResourceARN ?? '' }),
});
