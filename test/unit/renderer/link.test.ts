import { expect, test } from 'vitest';
import { addressOf, linkTo } from '../../../src/renderer/frame/link.ts';

const engagement = '0192f5a0-0000-7000-8000-000000000001';

test('a link leads back to where it was copied', () => {
  const address = '/findings?finding=%22FB-1%22&snapshot=%22x%22';
  expect(addressOf(linkTo(engagement, address), engagement)).toBe(address);
  expect(addressOf(`  ${linkTo(engagement, '/')}\n`, engagement)).toBe('/');
});

test('a link into another engagement says so', () => {
  expect(addressOf(linkTo('0192f5a0-0000-7000-8000-000000000002', '/scans'), engagement)).toBe('elsewhere');
});

test('what is no link is none', () => {
  for (const text of ['', 'bastion', 'https://example.com/', 'fieldbook://x/', `fieldbook://${engagement}`])
    expect(addressOf(text, engagement)).toBeNull();
});
