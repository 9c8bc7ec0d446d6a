import { expect, test } from 'vitest';
import { heightOf, together, withRoom } from '../../../src/engine/reports/layout/keep.ts';
import { scoreBar, shareBar } from '../../../src/engine/reports/layout/marks.ts';
import { codePanel } from '../../../src/engine/reports/layout/panel.ts';
import { printableNodes } from '../../../src/engine/reports/layout/printable-nodes.ts';
import { roomFor, table, widthsOf } from '../../../src/engine/reports/layout/table.ts';
import { columnHeight, measure, themeOf } from '../../../src/engine/reports/layout/theme.ts';
import { paragraph } from '../../../src/engine/reports/layout/type.ts';

const theme = themeOf(null);
const noFails = { critical: 0, high: 0, medium: 0, low: 0 };

interface Rect {
  type: string;
  x: number;
  w: number;
  color?: string;
  dash?: object;
}

test('the widths of columns and the space between them fill the measure', () => {
  const widths = widthsOf([{ width: 60 }, { width: '*' }, { width: 80 }]);
  expect(widths.reduce((sum, width) => sum + width, 0) + 2 * 12).toBeCloseTo(measure, 6);
});

test('a row that may be taller than a page stands in a table of its own, which may break', () => {
  const set = table(
    [{ width: '*', head: 'Why' }],
    [['short'], { cells: ['tall'], height: 2000 }, ['short again']],
    theme,
  ) as { stack: { table: { dontBreakRows: boolean; body: unknown[] }; pageBreak?: string }[] };
  expect(set.stack.map((one) => one.table.dontBreakRows)).toEqual([true, false, true]);
  expect(set.stack.map((one) => one.pageBreak)).toEqual([undefined, 'before', undefined]);
});

test('a heading leaves room for the first row, and never more than a page has', () => {
  expect(roomFor([['a']])).toBe(74);
  expect(roomFor([{ cells: ['a'], height: 5000 }])).toBeLessThan(columnHeight);
});

test('room is taken before and given back after', () => {
  const [kept, back] = withRoom(['heading'], 90) as unknown as [
    { unbreakable: boolean; stack: { margin?: number[] }[] },
    { margin: number[] },
  ];
  expect(kept.unbreakable).toBe(true);
  expect(kept.stack.at(-1)!.margin).toEqual([0, 0, 0, 90]);
  expect(back.margin).toEqual([0, -90, 0, 0]);
});

test('the space above a block is not carried to the top of the next page', () => {
  const [space, block] = together([{ text: 'heading', margin: [0, 20, 0, 6] }, 'text']) as unknown as [
    { margin: number[] },
    { unbreakable: boolean; stack: [{ margin: number[] }, string] },
  ];
  expect(space.margin).toEqual([0, 20, 0, 0]);
  expect(block.unbreakable).toBe(true);
  expect(block.stack[0].margin).toEqual([0, 0, 0, 6]);
});

test('text that might not fit on a page may break, because pdfmake would lose it', () => {
  expect(paragraph('short')).toHaveProperty('unbreakable', true);
  expect(paragraph(['part', { text: 'x'.repeat(2000) }])).not.toHaveProperty('unbreakable');
  expect(heightOf('x'.repeat(10_000), 100, 8)).toBeGreaterThan(columnHeight);
});

test('code is kept on a page when it is short and may break when it is not', () => {
  const lines = (count: number) => () => Array.from({ length: count }, (_, line) => `line ${line}`);
  expect(codePanel('Terraform', lines(5), theme).at(-1)).toHaveProperty('unbreakable', true);
  expect(codePanel('Terraform', lines(200), theme).at(-1)).not.toHaveProperty('unbreakable');
});

test('a bar of shares shows the smallest part and keeps its width', () => {
  const { canvas } = shareBar(
    { fail: { ...noFails, critical: 1 }, pass: 9999, unknown: 1, manual: 0 },
    theme,
    100,
    6,
  ) as unknown as { canvas: Rect[] };
  expect(canvas).toHaveLength(3);
  for (const rect of canvas) expect(rect.w).toBeGreaterThanOrEqual(0.4);
  const last = canvas.at(-1)!;
  expect(last.x + last.w).toBeLessThanOrEqual(100.01);
});

test('unknown is an outline with dashes and has no colour of good or bad', () => {
  const { canvas } = shareBar(
    { fail: noFails, pass: 0, unknown: 3, manual: 0 },
    theme,
    100,
    6,
  ) as unknown as {
    canvas: Rect[];
  };
  expect(canvas[0]!.color).toBeUndefined();
  expect(canvas[0]!.dash).toBeDefined();
});

test('no score is a dashed line, zero is an empty bar', () => {
  const none = scoreBar(null, theme, 50, 4) as unknown as { canvas: Rect[] };
  const zero = scoreBar(0, theme, 50, 4) as unknown as { canvas: Rect[] };
  expect(none.canvas[0]!.dash).toBeDefined();
  expect(zero.canvas).toHaveLength(1);
  expect(zero.canvas[0]).toMatchObject({ type: 'rect', w: 50 });
});

test('every text of a document is made printable in the face it is set in', () => {
  const nodes = {
    stack: [
      'plain デ',
      { text: ['in ', { text: '○', font: 'Fieldbook Mono' }, '○'] },
      { table: { body: [[{ text: 'デ' }]] } },
      { ol: ['デ'] },
    ],
  };
  printableNodes(nodes);
  expect(nodes).toEqual({
    stack: [
      'plain ‹U+30C7›',
      { text: ['in ', { text: '‹U+25CB›', font: 'Fieldbook Mono' }, '○'] },
      { table: { body: [[{ text: '‹U+30C7›' }]] } },
      { ol: ['‹U+30C7›'] },
    ],
  });
});
