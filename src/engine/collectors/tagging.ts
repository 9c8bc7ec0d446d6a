import type { JsonValue } from '../../shared/model/json.ts';
import type { Place, Tags } from '../../shared/model/resource.ts';
import { type AnyListing, callRegion, listing } from './read.ts';

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

/** Where the Tagging API is asked for a resource. */
export const taggingPlace = ({ account, region }: Place): Place => ({ account, region: callRegion(region) });

/** Tags by ARN, of what the Tagging API answered in one place. */
export const tagsByArn = (mappings: Iterable<{ arn: string; body: JsonValue }>): ReadonlyMap<string, Tags> =>
  new Map(Array.from(mappings, ({ arn, body }) => [arn, mappedTags(body)] as const));

const mappedTags = (body: JsonValue): Tags => {
  const { Tags: tags } = body as { Tags?: { Key: string; Value?: string }[] };
  return Object.fromEntries((tags ?? []).map((tag) => [tag.Key, tag.Value ?? '']));
};

/**
 * The tags of a resource: from its own body, or from the Tagging API's answer for its place, which is asked for only
 * then. Undefined: no tags are read for the type.
 */
export function tagsOf(
  listing: AnyListing,
  resource: Place & { arn: string; body: JsonValue },
  mapped: (place: Place) => ReadonlyMap<string, Tags>,
): Tags | undefined {
  if (listing.tags === 'none') return undefined;
  if (listing.tags !== 'tagging-api') return listing.tags(resource.body);
  return mapped(taggingPlace(resource)).get(resource.arn) ?? {};
}
