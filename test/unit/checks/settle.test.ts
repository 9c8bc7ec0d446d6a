import { expect, test } from 'vitest';
import { Unread } from '../../../src/engine/checks/estate.ts';
import { anyOf, firstOf } from '../../../src/engine/checks/settle.ts';
import { buckets } from '../../../src/engine/collectors/s3.ts';
import { denied } from '../../support/estate.ts';

const unread = (): never => {
  throw new Unread(buckets, denied);
};
const yes = () => true;
const no = () => false;

test('one yes settles it, whatever else could not be read', () => {
  expect(anyOf(unread, yes)).toBe(true);
  expect(anyOf(yes, unread)).toBe(true);
});

test('a no beside something unread is unread', () => {
  expect(() => anyOf(no, unread)).toThrow(Unread);
  expect(() => anyOf(unread, no)).toThrow(Unread);
});

test('only noes are a no', () => {
  expect(anyOf(no, no)).toBe(false);
  expect(anyOf()).toBe(false);
});

test('the first answer counts and the rest is not asked', () => {
  expect(
    firstOf(
      () => undefined,
      () => 'answer',
      () => {
        throw new Error('asked too much');
      },
    ),
  ).toBe('answer');
});

test('a mistake in a question is not held back', () => {
  expect(() =>
    anyOf(() => {
      throw new TypeError('broken');
    }, yes),
  ).toThrow(TypeError);
});
