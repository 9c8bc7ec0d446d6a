import { expect, test } from 'vitest';
import { facetValues } from '../../../../src/renderer/parts/facets/values.ts';

const names: Record<string, string> = { high: 'Alta', low: 'Baja' };
const label = (value: string) => names[value]!;

test('a value that was chosen stays in view and in words when nothing matches it any more', () => {
  expect(facetValues([{ value: 'high', count: 3 }], ['low', 'high'], { label })).toEqual([
    { value: 'low', label: 'Baja', title: 'Baja', count: 0 },
    { value: 'high', label: 'Alta', title: 'Alta', count: 3 },
  ]);
});

test('what is a name of something else is told beside its label', () => {
  const [account] = facetValues([{ value: '111122223333', count: 1 }], [], {
    label: () => 'production',
    title: String,
  });
  expect(account).toMatchObject({ label: 'production', title: '111122223333' });
});
