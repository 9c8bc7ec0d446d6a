import { describe, expect, test } from 'vitest';
import { moved } from '../../../src/renderer/parts/grid-keys.ts';
import {
  countSelected,
  everythingSelected,
  isSelected,
  nothingSelected,
  toggled,
  withSelected,
} from '../../../src/renderer/parts/grid-selection.ts';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
const size = { rows: 1000, columns: 5, page: 20 };

describe('keys move the active cell', () => {
  test.each([
    ['ArrowDown', { row: 11, column: 2 }],
    ['ArrowUp', { row: 9, column: 2 }],
    ['ArrowLeft', { row: 10, column: 1 }],
    ['ArrowRight', { row: 10, column: 3 }],
    ['PageDown', { row: 30, column: 2 }],
    ['PageUp', { row: 0, column: 2 }],
    ['Home', { row: 0, column: 2 }],
    ['End', { row: 999, column: 2 }],
  ])('%s', (name, to) => {
    expect(moved({ row: 10, column: 2 }, key(name), size)).toEqual(to);
  });

  test('and never out of the grid', () => {
    expect(moved({ row: 0, column: 0 }, key('ArrowUp'), size)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 999, column: 4 }, key('ArrowRight'), size)).toEqual({ row: 999, column: 4 });
    expect(moved({ row: 0, column: 0 }, key('End'), { ...size, rows: 0 })).toEqual({ row: 0, column: 0 });
  });

  test('other keys are left to others', () => {
    expect(moved({ row: 0, column: 0 }, key('x'), size)).toBeUndefined();
  });
});

describe('a selection', () => {
  test('of some rows holds their keys', () => {
    const two = withSelected(toggled(nothingSelected, 'a'), ['b', 'a']);
    expect(['a', 'b', 'c'].filter((one) => isSelected(two, one))).toEqual(['a', 'b']);
    expect(countSelected(two, 100)).toBe(2);
    expect(countSelected(toggled(two, 'a'), 100)).toBe(1);
  });

  test('of all rows holds those that were left out', () => {
    const without = toggled(everythingSelected, 'b');
    expect(['a', 'b', 'c'].filter((one) => isSelected(without, one))).toEqual(['a', 'c']);
    expect(countSelected(without, 100)).toBe(99);
    expect(countSelected(withSelected(without, ['b']), 100)).toBe(100);
  });
});
