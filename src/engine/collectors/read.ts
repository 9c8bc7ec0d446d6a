import { createHmac } from 'node:crypto';
import type { JsonValue, Stored } from '../../shared/model/json.ts';
import { toStored } from '../../shared/model/json.ts';
import type { Place, ResourceIdentity, Tags } from '../../shared/model/resource.ts';
import { type Input, iamPrefix, type Operation, type Output, type Service } from '../aws/services.ts';
import { type Redactor, redactorWith } from './redact.ts';

/** Where and when a read is made. `now` is the start of the snapshot, so that a resumed scan asks the same. */
export interface At extends Place {
  partition: string;
  now: Date;
  /** ARN in this partition, region and account; pass what follows the account. */
  arn(service: string, resource: string): string;
}

/** A resource as it was stored, handed to the reads that go deeper into it. */
export interface Found<Body> extends ResourceIdentity {
  body: Stored<Body>;
}

export interface Item {
  arn: string;
  name: string;
  /** Set when the resource lives elsewhere than where it was listed, as buckets do. */
  region?: string;
  body: JsonValue;
}

/**
 * `region`: once per account and region; `global`: once per account, asked in us-east-1;
 * `organization`: once, in the management account.
 */
export type Scope = 'region' | 'global' | 'organization';

interface Common {
  /** Unique, such as `ec2:DescribeVolumes`; names the read in the ledger, in reports and in checks. */
  id: string;
  service: Service;
  operation: string;
  /** IAM actions that the call needs. */
  iam: string[];
  /** Rate bucket: calls of one family share one limit per account and region. */
  family: string;
  /** Properties of what is stored that move by themselves; a comparison leaves them out. */
  volatile: readonly string[];
  /** How the answer continues: the property of the output that is sent back as the property of the input. */
  page?: { output: string; input: string; more?: string };
  /** Error codes that are an answer: there is none of it. */
  absent: readonly string[];
}

/** One operation that gives resources of one type. */
export interface Listing<Body = unknown> extends Common {
  kind: 'listing';
  type: string;
  scope: Scope;
  /** Set when the operation is called once for each resource of another listing. */
  under?: Listing;
  /** True for rows that help to judge others and are no assets of the client: quotas, metrics, tag maps. */
  auxiliary: boolean;
  /** Most resources taken per place, newest page first as the service gives them; the rest is `sampled`. */
  budget: number;
  /** Where tags come from: the body, the Tagging API, or nowhere because the type has none. */
  tags: ((body: Stored<Body>) => Tags) | 'tagging-api' | 'none';
  inputs(at: At, parent?: Found<unknown>): object[];
  /** The items of a page of the service's answer, as the SDK gives them. */
  items(output: unknown): readonly Body[];
  /** The item as a resource to be stored. */
  store(item: Body, at: At, redactor: Redactor, parent?: Found<unknown>): Item;
}

/** One operation that adds a property to resources that a listing gave. */
export interface Facet<Value = unknown, Body = unknown> extends Common {
  kind: 'facet';
  /** Name under which the value is kept with the resource. */
  name: string;
  of: Listing<Body>;
  /** How many resources one call takes. */
  batch: number;
  /** True when the pages of the answer are one list. */
  list: boolean;
  /** Facets such as metrics differ in every snapshot and take no part in comparisons. */
  metric: boolean;
  /** Facet values of at most so many resources per place are read; the rest is `skipped`. */
  budget: number;
  when(resource: Found<Body>): boolean;
  region(resource: Found<Body>): string;
  input(resources: Found<Body>[], at: At): object;
  /** The value of each resource by ARN; a resource that is left out has none. */
  collect(output: unknown, resources: Found<Body>[], at: At, redactor: Redactor): Map<string, JsonValue>;
  readonly shape?: Value;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds reads of every body
export type Read = Listing<any> | Facet<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyListing = Listing<any>;

export type Body<L> = L extends Listing<infer B> ? Stored<B> : never;

interface CallSpec<S extends Service, O extends Operation<S>> {
  service: S;
  operation: O & string;
  /** Told apart from other reads of the same operation. */
  suffix?: string;
  iam?: string[];
  family?: string;
  volatile?: readonly string[];
  page?: { output: string; input: string; more?: string };
  absent?: readonly string[];
}

const common = <S extends Service, O extends Operation<S>>(spec: CallSpec<S, O>): Common => ({
  id: `${iamPrefix(spec.service)}:${spec.operation}${spec.suffix ? `/${spec.suffix}` : ''}`,
  service: spec.service,
  operation: spec.operation,
  iam: spec.iam ?? [`${iamPrefix(spec.service)}:${spec.operation}`],
  family: spec.family ?? spec.service,
  volatile: spec.volatile ?? [],
  absent: spec.absent ?? [],
  ...(spec.page && { page: spec.page }),
});

export interface ListingSpec<S extends Service, O extends Operation<S>, T, Parent> extends CallSpec<S, O> {
  type: string;
  scope?: Scope;
  under?: Listing<Parent>;
  auxiliary?: boolean;
  budget?: number;
  tags?: ((body: Stored<T>) => Tags) | 'tagging-api' | 'none';
  /** One input, or several when the operation must be asked several times in a place. */
  input?: (at: At, parent: Found<Parent>) => Input<S, O> | Input<S, O>[];
  items: (output: Output<S, O>) => readonly T[] | undefined;
  identify: (
    item: T,
    at: At,
    parent: Found<Parent>,
  ) => { arn: string; name?: string | undefined; region?: string };
  /** Takes secrets out before anything is stored. */
  redact?: (item: T, redactor: Redactor) => unknown;
}

/** Declares a read that lists resources; see docs/how-to-add-a-collector.md. */
export function listing<S extends Service, O extends Operation<S>, T, Parent = never>(
  spec: ListingSpec<S, O, T, Parent>,
): Listing<T> {
  return {
    ...common(spec),
    kind: 'listing',
    type: spec.type,
    scope: spec.scope ?? 'region',
    ...(spec.under && { under: spec.under as AnyListing }),
    auxiliary: spec.auxiliary ?? false,
    budget: spec.budget ?? Number.POSITIVE_INFINITY,
    tags: spec.tags ?? 'none',
    inputs: (at, parent) => {
      const input = spec.input?.(at, parent as Found<Parent>) ?? {};
      return Array.isArray(input) ? input : [input];
    },
    items: (output) => spec.items(output as Output<S, O>) ?? [],
    store: (item, at, redactor, parent) => {
      const { arn, name, region } = spec.identify(item, at, parent as Found<Parent>);
      const body = toStored(spec.redact ? spec.redact(item, redactor) : item) as JsonValue;
      return { arn, name: name || lastPart(arn), body, ...(region && { region }) };
    },
  };
}

interface FacetCommon<S extends Service, O extends Operation<S>, B> extends CallSpec<S, O> {
  of: Listing<B>;
  name: string;
  metric?: boolean;
  budget?: number;
  /** Resources for which the question makes sense; for the others the facet is not read. */
  when?: (resource: Found<B>) => boolean;
  /** The region to call when it is not the resource's own. */
  region?: (resource: Found<B>) => string;
}

const facetCommon = <S extends Service, O extends Operation<S>, B>(spec: FacetCommon<S, O, B>) => ({
  ...common(spec),
  kind: 'facet' as const,
  name: spec.name,
  of: spec.of,
  metric: spec.metric ?? false,
  budget: spec.budget ?? Number.POSITIVE_INFINITY,
  when: spec.when ?? (() => true),
  region: spec.region ?? ((resource: Found<B>) => callRegion(resource.region)),
});

/** Declares a read of one value for one resource. */
export function facet<S extends Service, O extends Operation<S>, B, V>(
  spec: FacetCommon<S, O, B> & {
    input: (resource: Found<B>, at: At) => Input<S, O>;
    value: (output: Output<S, O>, redactor: Redactor) => V;
  },
): Facet<V, B> {
  return {
    ...facetCommon(spec),
    batch: 1,
    list: false,
    input: (resources, at) => spec.input(resources[0]!, at) as object,
    collect: (output, resources, _at, redactor) =>
      new Map([[resources[0]!.arn, asValue(spec.value(output as Output<S, O>, redactor))]]),
  };
}

/** Declares a read whose pages make one list for one resource. */
export function listFacet<S extends Service, O extends Operation<S>, B, T>(
  spec: FacetCommon<S, O, B> & {
    input: (resource: Found<B>, at: At) => Input<S, O>;
    items: (output: Output<S, O>, redactor: Redactor) => readonly T[] | undefined;
  },
): Facet<T[], B> {
  return {
    ...facetCommon(spec),
    batch: 1,
    list: true,
    input: (resources, at) => spec.input(resources[0]!, at) as object,
    collect: (output, resources, _at, redactor) =>
      new Map([[resources[0]!.arn, asValue([...(spec.items(output as Output<S, O>, redactor) ?? [])])]]),
  };
}

/** Declares a read that answers for several resources in one call. */
export function batchFacet<S extends Service, O extends Operation<S>, B, V>(
  spec: FacetCommon<S, O, B> & {
    batch: number;
    input: (resources: Found<B>[], at: At) => Input<S, O>;
    /** ARN and value of each resource that the answer speaks of. */
    values: (
      output: Output<S, O>,
      resources: Found<B>[],
      redactor: Redactor,
    ) => Iterable<readonly [string, V]>;
  },
): Facet<V, B> {
  return {
    ...facetCommon(spec),
    batch: spec.batch,
    list: false,
    input: (resources, at) => spec.input(resources, at) as object,
    collect: (output, resources, _at, redactor) =>
      new Map(
        Array.from(
          spec.values(output as Output<S, O>, resources, redactor),
          ([arn, value]) => [arn, asValue(value)] as const,
        ),
      ),
  };
}

/** Global services are called where their endpoint is. */
export const callRegion = (region: string): string => (region === 'global' ? 'us-east-1' : region);

const asValue = (value: unknown): JsonValue => (value === undefined ? null : (toStored(value) as JsonValue));

const lastPart = (arn: string): string => arn.split(/[/:]/).at(-1) ?? arn;

/** The value of the Name tag, as EC2 and its relatives write tags. */
export const nameTag = (tags: readonly { Key?: string; Value?: string }[] | undefined): string | undefined =>
  tags?.find((tag) => tag.Key === 'Name')?.Value || undefined;

/** EC2's list of `{Key, Value}` as a plain record. */
export function tagRecord(tags: readonly { Key?: string; Value?: string }[] | undefined): Tags {
  const record: Record<string, string> = {};
  for (const { Key: key, Value: value = '' } of tags ?? []) if (key) record[key] = value;
  return record;
}

export function at(place: Place, partition: string, now: Date): At {
  return {
    ...place,
    partition,
    now,
    arn: (service, resource) =>
      `arn:${partition}:${service}:${place.region === 'global' ? '' : place.region}:${place.account}:${resource}`,
  };
}

/** Redactor of an engagement: its salt makes equal secrets equal inside one file and nowhere else. */
export const redactor = (salt: string): Redactor =>
  redactorWith((value) => createHmac('sha256', salt).update(value).digest('hex').slice(0, 16));
