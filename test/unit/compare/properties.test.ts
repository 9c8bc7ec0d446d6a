import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyChanges } from '../../../src/engine/compare/properties.ts';
import type { JsonValue } from '../../../src/shared/model/json.ts';

test('names the property, with its value before and after', () => {
  expect(propertyChanges({ Size: 8, VolumeType: 'gp2' }, { Size: 8, VolumeType: 'gp3' })).toEqual([
    { path: 'VolumeType', before: 'gp2', after: 'gp3' },
  ]);
});

test('goes into objects, and takes a list as a whole', () => {
  const before = { MetadataOptions: { HttpTokens: 'optional', State: 'applied' }, Groups: ['sg-1'] };
  const after = { MetadataOptions: { HttpTokens: 'required', State: 'applied' }, Groups: ['sg-1', 'sg-2'] };
  expect(propertyChanges(before, after)).toEqual([
    { path: 'Groups', before: ['sg-1'], after: ['sg-1', 'sg-2'] },
    { path: 'MetadataOptions.HttpTokens', before: 'optional', after: 'required' },
  ]);
});

describe('is no change', () => {
  test('another order of properties or of a list, however deep', () => {
    const before: JsonValue = { a: [{ x: 1, y: [2, 1] }, { x: 2 }], b: 1 };
    const after: JsonValue = { b: 1, a: [{ x: 2 }, { y: [1, 2], x: 1 }] };
    expect(propertyChanges(before, after)).toEqual([]);
  });

  test('a property that moves by itself, at the top level', () => {
    const volatile = ['storedBytes', 'LastUsed'];
    expect(propertyChanges({ storedBytes: 1 }, { storedBytes: 2 }, volatile)).toEqual([]);
    expect(propertyChanges({ LastUsed: 'x' }, {}, volatile)).toEqual([]);
  });
});

describe('is a change', () => {
  test('a property that came or went, also one of null', () => {
    expect(propertyChanges({}, { Key: null })).toEqual([{ path: 'Key', before: undefined, after: null }]);
    expect(propertyChanges({ Key: null }, {})).toEqual([{ path: 'Key', before: null, after: undefined }]);
  });

  test('another kind of value that prints alike', () => {
    expect(propertyChanges({ a: 1 }, { a: '1' })).toHaveLength(1);
    expect(propertyChanges({ a: null }, { a: 'null' })).toHaveLength(1);
    expect(propertyChanges({ a: [] }, { a: {} })).toHaveLength(1);
    expect(propertyChanges({ a: ['1,2'] }, { a: ['1', '2'] })).toHaveLength(1);
  });

  test('how often something is in a list', () => {
    expect(propertyChanges({ a: ['x', 'x'] }, { a: ['x'] })).toHaveLength(1);
  });

  test('a volatile name deeper down, where it is another property', () => {
    expect(propertyChanges({ a: { Count: 1 } }, { a: { Count: 2 } }, ['Count'])).toHaveLength(1);
  });

  test('a facet that was none and is something: the path is empty, for it is the value itself', () => {
    expect(propertyChanges(null, { Status: 'on' })).toEqual([
      { path: '', before: null, after: { Status: 'on' } },
    ]);
  });
});

describe('whatever the bodies', () => {
  const body = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;

  test('one compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(body, (one) => {
        expect(propertyChanges(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  test('the way back has the same paths, with before and after changed over', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const back = propertyChanges(other, one).map(({ path, before, after }) => ({
          path,
          before: after,
          after: before,
        }));
        expect(propertyChanges(one, other)).toEqual(back);
      }),
    );
  });

  test('when nothing is said to differ, the bodies say the same', () => {
    const sorted = (value: JsonValue): JsonValue => {
      if (Array.isArray(value))
        return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key]!)]),
      );
    };
    const near = fc.tuple(
      fc.array(fc.constantFrom(1, 2, '1', null), { maxLength: 3 }),
      fc.array(fc.constantFrom(1, 2, '1', null), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(near, ([one, other]) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(propertyChanges({ list: one }, { list: other }).length === 0).toBe(same);
      }),
    );
  });
});
