import type { Input } from '../../aws/services.ts';
import { type Answers, type Asked, paged } from '../answer.ts';
import { tagging as paging } from '../paging.ts';
import { joined, mapped, type Sequence } from '../sequence.ts';
import type { Item, Kinds, Thing } from '../world.ts';
import { tagList } from '../world.ts';

/** Kinds that the Tagging API knows; groups of Auto Scaling and everything of IAM are not among them. */
const taggable = [
  'vpc',
  'subnet',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'network-acl',
  'security-group',
  'vpc-endpoint',
  'network-interface',
  'address',
  'flow-log',
  'instance',
  'volume',
  'snapshot',
  'image',
  'launch-template',
  'load-balancer',
  'listener',
  'target-group',
  'db-instance',
  'db-cluster',
  'db-snapshot',
  'table',
  'function',
  'ecs-cluster',
  'ecs-service',
  'eks-cluster',
  'nodegroup',
  'key',
  'trail',
  'alarm',
  'composite-alarm',
  'log-group',
] as const;

type GetResources = Input<'resource-groups-tagging-api', 'GetResources'>;
type Mapping = Item<'resource-groups-tagging-api', 'GetResources', 'ResourceTagMappingList'>;

const asMapping = ({ arn, tags }: Thing<unknown>): Mapping => ({ ResourceARN: arn, Tags: tagList(tags) });

const hasTags = ({ tags }: Thing<unknown>): boolean => Object.keys(tags).length > 0;

/** Only what carries a tag, or once carried one, is in the answer. */
function tagged({ site, global, input }: Asked<GetResources>): Sequence<Mapping> {
  // A filter is a service, or a service and a type of it; only the former is asked for here.
  const services = input.ResourceTypeFilters;
  const isWanted = ({ arn }: Thing<unknown>) =>
    !services?.length || services.includes(arn.split(':')[2] ?? '');
  const described: Thing<unknown>[] = taggable.flatMap((kind) =>
    // A trail's shadows in other regions belong to its home.
    site
      .all(kind)
      .filter((thing) => kind !== 'trail' || thing.arn.includes(`:${site.region}:${site.account.id}:`)),
  );
  const buckets = global.all('bucket').filter(({ body }) => body.BucketRegion === site.region);
  const byHand: Sequence<Mapping> = [...described, ...buckets]
    .filter(hasTags)
    .filter(isWanted)
    .map(asMapping);
  const isBucketHere = (bucket: Kinds['bucket']) => bucket.body.BucketRegion === site.region;
  const generated = [
    ...taggable.map((kind) => site.more(kind)),
    // Generated buckets of an account all live in one region.
    global.more('bucket')?.slice(0, 1).some(isBucketHere) ? global.more('bucket') : undefined,
  ];
  return generated.reduce<Sequence<Mapping>>(
    (all, more) =>
      isTagged(more) && more.slice(0, 1).every(isWanted) ? joined(all, mapped(more, asMapping)) : all,
    byHand,
  );
}

/** Of what is generated, either all of a kind is tagged or none. */
const isTagged = (things: Sequence<Thing<unknown>> | undefined): things is Sequence<Thing<unknown>> =>
  things?.slice(0, 1).some(hasTags) ?? false;

export const tagging: Answers<'resource-groups-tagging-api'> = {
  GetResources: paged('ResourceTagMappingList', paging, tagged),
};
