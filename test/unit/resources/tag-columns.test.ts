import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TagColumns } from '../../../src/engine/resources/tag-columns.ts';
import type { Tags } from '../../../src/shared/model/resource.ts';
import type { TagWish } from '../../../src/shared/model/resource-query.ts';

const keys = ['env', 'owner', 'Env'];
const values = ['production', 'staging', ''];
const someTags: fc.Arbitrary<Tags | null | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...values)) },
  fc.constantFrom(null, undefined),
);
const someWish: fc.Arbitrary<TagWish> = fc.record({
  key: fc.constantFrom(...keys, 'nowhere'),
  value: fc.constantFrom<(string | null | undefined)[]>(...values, null, undefined),
});

const columnsOf = (all: readonly (Tags | null | undefined)[]) => {
  const columns = new TagColumns(all.length);
  for (const [number, tags] of all.entries()) columns.set(number, tags);
  return columns;
};

/** The same in plain words. */
const grants = (tags: Tags, { key, value }: TagWish): boolean =>
  value === null
    ? !Object.hasOwn(tags, key)
    : Object.hasOwn(tags, key) && (value === undefined || tags[key] === value);

describe('whatever the tags', () => {
  test('they come back as they were set', () => {
    fc.assert(
      fc.property(fc.array(someTags), (all) => {
        const columns = columnsOf(all);
        expect(all.map((_, number) => columns.get(number))).toEqual(all.map((tags) => tags && { ...tags }));
      }),
    );
  });

  test('a resource is found when every key has one wish that is granted', () => {
    fc.assert(
      fc.property(fc.array(someTags), fc.array(someWish, { minLength: 1, maxLength: 4 }), (all, wishes) => {
        const found = columnsOf(all).matcher(wishes);
        const byKey = [...Map.groupBy(wishes, ({ key }) => key).values()];
        for (const [number, tags] of all.entries())
          expect(found(number)).toBe(
            Boolean(tags) && byKey.every((some) => some.some((wish) => grants(tags!, wish))),
          );
      }),
    );
  });

  test('those that carry a key, those that lack it and those nobody read are all there are', () => {
    fc.assert(
      fc.property(fc.array(someTags), (all) => {
        const { keys: found, unread } = columnsOf(all).keys(all.keys());
        expect(unread).toBe(all.filter((tags) => tags === null).length);
        for (const { key, count, lacking } of found) {
          expect(count).toBe(all.filter((tags) => tags && Object.hasOwn(tags, key)).length);
          expect(count + lacking).toBe(all.filter(Boolean).length);
          const values = columnsOf(all).values(all.keys(), key);
          expect(values.reduce((sum, one) => sum + one.count, 0)).toBe(count);
        }
      }),
    );
  });
});

test('a resource whose tags were not read lacks nothing', () => {
  expect(columnsOf([null, undefined, {}]).matcher([{ key: 'env', value: null }])(0)).toBe(false);
  expect(columnsOf([null, undefined, {}]).matcher([{ key: 'env', value: null }])(1)).toBe(false);
  expect(columnsOf([null, undefined, {}]).matcher([{ key: 'env', value: null }])(2)).toBe(true);
});
