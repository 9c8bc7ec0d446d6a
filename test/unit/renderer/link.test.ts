import { expect, test } from 'vitest';
import { linkTo, placeOf } from '../../../src/renderer/frame/link.ts';

const engagement = '0192f5a0-0000-7000-8000-000000000001';

test('a link leads back to where it was copied', () => {
  const place = { engagement, address: '/findings?finding=%22FB-1%22&snapshot=%22x%22' };
  expect(placeOf(linkTo(place))).toEqual(place);
  expect(placeOf(`  ${linkTo({ engagement, address: '/' })}\n`)).toEqual({ engagement, address: '/' });
});

test('what is no link is none', () => {
  for (const text of ['', 'bastion', 'https://example.com/', 'fieldbook://x/', `fieldbook://${engagement}`])
    expect(placeOf(text)).toBeNull();
});
