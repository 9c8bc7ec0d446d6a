import { expect, test } from 'vitest';
import { adopted, mergedOf } from '../../../src/engine/recommendations/change.ts';
import { impactOf } from '../../../src/engine/recommendations/impact.ts';
import { library } from '../../../src/engine/recommendations/library.ts';

const entry = (id: string) => library().byId.get(id)!;

test('what was merged improves every aspect that one of its parts does', () => {
  const parts = ['gp2-to-gp3', 'require-imdsv2'].map(entry);
  const [volumes, metadata] = parts.map((part) => adopted(part, null));
  const impact = impactOf(mergedOf([volumes!, metadata!]), library());
  expect(new Set(Object.keys(impact))).toEqual(new Set(parts.flatMap((part) => Object.keys(part.impact))));
  expect(impact['security-compliance']).toBe(3);
});

test('of what was written here is known what the consultant says', () => {
  expect(impactOf({ library: null, merged: [], impact: {} }, library())).toEqual({});
  const impact = { 'best-practices': 2 } as const;
  expect(impactOf({ library: null, merged: [], impact }, library())).toEqual(impact);
});
