import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import type { Tags } from '../../../src/shared/model/resource.ts';
import type { ResourceFilter } from '../../../src/shared/model/resource-query.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

type Row = Awaited<ReturnType<Client<Contract>['resources']['page']>>['resources'][number];

let bench: Workbench;
let client: Client<Contract>;
/** Every resource with its tags as the panel shows them. */
let all: (Row & { tags: Tags | null | undefined })[];
beforeAll(async () => {
  bench = await workbench();
  client = bench.client;
  await client.scan.start({ scope: sampleScope('after') });
  const { resources } = await client.resources.page({ limit: 1000 });
  all = [];
  for (const one of resources)
    all.push({ ...one, tags: (await client.resources.get({ arn: one.arn, account: one.account })).tags });
});
afterAll(() => bench.close());

/** The same filter in plain words. */
const lets = (filter: ResourceFilter, one: (typeof all)[number]): boolean =>
  (!filter.type?.length || filter.type.includes(one.type)) &&
  (!filter.account?.length || filter.account.includes(one.account)) &&
  (!filter.region?.length || filter.region.includes(one.region)) &&
  (!filter.failing || one.failing > 0) &&
  (!filter.text || `${one.name}\n${one.arn}`.toLowerCase().includes(filter.text.toLowerCase())) &&
  (!filter.tag?.length ||
    (Boolean(one.tags) &&
      [...Map.groupBy(filter.tag, ({ key }) => key).entries()].every(([key, wishes]) =>
        wishes.some(({ value }) =>
          value === null
            ? one.tags![key] === undefined
            : one.tags![key] !== undefined && (value === undefined || one.tags![key] === value),
        ),
      )));

const someFilter = () => {
  const of = (values: string[]) => fc.option(fc.subarray(values, { maxLength: 3 }), { nil: undefined });
  const distinct = (by: 'type' | 'account' | 'region') => [...new Set(all.map((one) => one[by]))];
  return fc.record<ResourceFilter>({
    type: of(distinct('type')),
    account: of(distinct('account')),
    region: of(distinct('region')),
    failing: fc.option(fc.boolean(), { nil: undefined }),
    text: fc.constantFrom(undefined, 'PROD', 'claims', '::', 'nothing at all'),
    tag: fc.option(
      fc.array(
        fc.record({
          key: fc.constantFrom('env', 'owner', 'nowhere'),
          value: fc.constantFrom('production', 'staging', null, undefined),
        }),
        { maxLength: 2 },
      ),
      { nil: undefined },
    ),
  });
};

describe('whatever is asked', () => {
  test('the page holds what a plain filter lets through, in windows that fit together', async () => {
    await fc.assert(
      fc.asyncProperty(
        someFilter(),
        fc.constantFrom(
          'type' as const,
          'name' as const,
          'account' as const,
          'region' as const,
          'failing' as const,
        ),
        fc.constantFrom('asc' as const, 'desc' as const),
        async (filter, by, direction) => {
          const expected = all.filter((one) => lets(filter, one));
          const asked = { filter, sort: { by, direction } };
          const { total, resources } = await client.resources.page({ ...asked, limit: 1000 });
          expect(total).toBe(expected.length);
          expect(resources.map(({ arn, account }) => `${account} ${arn}`).sort()).toEqual(
            expected.map(({ arn, account }) => `${account} ${arn}`).sort(),
          );
          const values = resources.map((one) => one[by]);
          const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect(values).toEqual(direction === 'asc' ? sorted : sorted.reverse());
          const part = await client.resources.page({ ...asked, offset: 5, limit: 9 });
          expect(part.resources).toEqual(resources.slice(5, 14));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('counts leave aside what is chosen of their own property', async () => {
    await fc.assert(
      fc.asyncProperty(
        someFilter(),
        fc.constantFrom('type' as const, 'account' as const, 'region' as const),
        async (filter, by) => {
          const { counts } = await client.resources.counts({ filter, by });
          const others = all.filter((one) => lets({ ...filter, [by]: [] }, one));
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(others.length);
          for (const { value, count } of counts)
            expect(others.filter((one) => one[by] === value)).toHaveLength(count);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('tags of the Tagging API and tags of bodies are counted alike, and what was not read is said', async () => {
  const { keys, unread } = await client.resources.tagKeys({});
  const env = keys.find(({ key }) => key === 'env')!;
  expect(env.count).toBe(all.filter(({ tags }) => tags?.env !== undefined).length);
  expect(env.count + env.lacking).toBe(all.filter(({ tags }) => tags).length);
  expect(unread).toBe(all.filter(({ tags }) => tags === null).length);
  const types = new Set(all.filter(({ tags }) => tags?.env).map(({ type }) => type));
  expect(types).toContain('AWS::EC2::Instance');
  expect(types).toContain('AWS::S3::Bucket');
});

test('where a resource stands is known without reading up to it', async () => {
  const sort = { by: 'failing', direction: 'desc' } as const;
  const filter = { type: ['AWS::EC2::Volume'] };
  const { resources } = await client.resources.page({ filter, sort, limit: 1000 });
  expect(resources.length).toBeGreaterThan(5);
  for (const [row, { arn, account }] of resources.entries())
    expect(await client.resources.place({ filter, sort, arn, account })).toEqual({ row });
  const other = all.find(({ type }) => type !== 'AWS::EC2::Volume')!;
  expect(await client.resources.place({ filter, sort, arn: other.arn })).toEqual({ row: null });
  expect(await client.resources.place({ filter, sort, arn: 'arn:aws:x' })).toEqual({ row: null });
});

test('neighbours are known from both sides', async () => {
  const instance = all.find(({ name, type }) => name === 'sftp-gateway' && type === 'AWS::EC2::Instance')!;
  const { groups } = await client.resources.neighbours({ arn: instance.arn });
  const group = groups.find(({ as, direction }) => as === 'protected-by' && direction === 'out')!;
  const back = await client.resources.neighbours({ arn: group.resources[0]!.arn });
  expect(
    back.groups.find(({ as, direction }) => as === 'protected-by' && direction === 'in')!.resources,
  ).toContainEqual(expect.objectContaining({ arn: instance.arn }));
  expect(groups.map(({ as }) => as)).toEqual(
    expect.arrayContaining(['in-subnet', 'in-vpc', 'uses-volume', 'protected-by']),
  );
});

test('what several accounts see is opened as the one that was meant sees it', async () => {
  const trails = all.filter(({ name }) => name === 'acme-organization');
  expect(trails.length).toBeGreaterThan(1);
  for (const { arn, account } of trails)
    expect((await client.resources.get({ arn, account })).resource.account).toBe(account);
});
