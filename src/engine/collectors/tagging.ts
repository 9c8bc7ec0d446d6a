import { listing } from './read.ts';

/**
 * Tags of everything that the Resource Groups Tagging API knows, a hundred resources a call. Only resources that
 * carry or carried a tag are in the answer, so one that is missing from a complete answer has no tags.
 */
export const taggedResources = listing({
  service: 'resource-groups-tagging-api',
  operation: 'GetResources',
  type: 'AWS::ResourceGroups::TaggedResource',
  auxiliary: true,
  page: { output: 'PaginationToken', input: 'PaginationToken' },
  input: () => ({ ResourcesPerPage: 100 }),
  items: (output) => output.ResourceTagMappingList,
  identify: (mapping) => ({ arn: mapping.ResourceARN ?? '' }),
});
