import { expect, test } from 'vitest';
import { underHome } from '../../../../src/renderer/parts/under-home.ts';

test('what is in the home folder is written from its sign on', () => {
  expect(underHome('/home/ana/Fieldbook/acme.fieldbook', '/home/ana')).toBe('~/Fieldbook/acme.fieldbook');
});

test.each([
  ['/home/anabel/acme.fieldbook', '/home/ana'],
  ['/mnt/stick/acme.fieldbook', '/home/ana'],
  ['/acme.fieldbook', '/'],
  ['C:\\Users\\ana\\acme.fieldbook', 'C:\\Users\\ana'],
])('%s stays as it is for who is at home in %s', (path, home) => {
  expect(underHome(path, home)).toBe(path);
});
