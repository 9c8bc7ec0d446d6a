import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copySize, coveredBy } from '../../../src/renderer/evidence/burn.ts';
import { drawingOf, drawn, markAt, shifted } from '../../../src/renderer/evidence/editor/marks.ts';
import { dependencyColumns } from '../../../src/shared/charts/dependencies.ts';
import { COPY_SIDE, expiryOn, type Mark } from '../../../src/shared/model/records/evidence.ts';

const size = { width: 800, height: 600 };
const redaction: Mark = { kind: 'redaction', x: 10, y: 20, width: 100, height: 50 };

test('what is drawn is taken back and done again, step by step', () => {
  let drawing = drawn(drawingOf([]), { do: 'add', mark: redaction });
  const moved = { ...redaction, x: 50 };
  drawing = drawn(drawing, { do: 'change', at: 0, mark: moved, step: true });
  drawing = drawn(drawing, { do: 'delete', at: 0 });
  drawing = drawn(drawing, { do: 'undo' });
  expect(drawing.marks).toEqual([moved]);
  drawing = drawn(drawn(drawing, { do: 'undo' }), { do: 'undo' });
  expect(drawing.marks).toEqual([]);
  expect(drawn(drawing, { do: 'undo' })).toBe(drawing);
  expect(drawn(drawing, { do: 'redo' }).marks).toEqual([redaction]);
});

test('a drag is one step', () => {
  let drawing = drawn(drawingOf([]), { do: 'add', mark: { ...redaction, width: 0, height: 0 } });
  for (const width of [10, 40, 90])
    drawing = drawn(drawing, { do: 'change', at: 0, mark: { ...redaction, width }, step: false });
  expect(drawn(drawing, { do: 'undo' }).marks).toEqual([]);
});

test('the topmost mark is hit, whichever way it was drawn', () => {
  const backwards: Mark = { kind: 'rectangle', x: 110, y: 70, width: -100, height: -50 };
  expect(markAt([redaction, backwards], 60, 40, 2)).toBe(1);
  expect(markAt([redaction], 300, 300, 2)).toBeNull();
});

const mark = fc.record({
  kind: fc.constant('redaction' as const),
  x: fc.double({ min: 0, max: 800, noNaN: true }),
  y: fc.double({ min: 0, max: 600, noNaN: true }),
  width: fc.double({ min: -800, max: 800, noNaN: true }),
  height: fc.double({ min: -600, max: 600, noNaN: true }),
});
const by = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

test('a redaction covers every pixel that it touches', () => {
  fc.assert(
    fc.property(mark, (one) => {
      const box = coveredBy(one);
      expect(box.x).toBeLessThanOrEqual(Math.min(one.x, one.x + one.width));
      expect(box.x + box.width).toBeGreaterThanOrEqual(Math.max(one.x, one.x + one.width));
      expect([box.x, box.y, box.width, box.height].every(Number.isInteger)).toBe(true);
    }),
  );
});

test('a mark that is moved or sized stays on the picture and keeps its size', () => {
  const inside = mark.filter(
    ({ x, y, width, height }) => x + width >= 0 && x + width <= 800 && y + height >= 0 && y + height <= 600,
  );
  fc.assert(
    fc.property(inside, by, fc.boolean(), (one, move, resize) => {
      const { x, y, width, height } = shifted(one, move, resize, size);
      for (const edge of [x, x + width]) expect(edge).toBeGreaterThanOrEqual(-1e-9);
      for (const edge of [x, x + width]) expect(edge).toBeLessThanOrEqual(800 + 1e-9);
      for (const edge of [y, y + height]) expect(edge).toBeLessThanOrEqual(600 + 1e-9);
      if (!resize) expect([width, height]).toEqual([one.width, one.height]);
    }),
  );
});

test('a copy is no larger than a copy may be, and never larger than its original', () => {
  expect(copySize(5120, 2880)).toEqual({ width: COPY_SIDE, height: 1440 });
  expect(copySize(640, 480)).toEqual({ width: 640, height: 480 });
  expect(copySize(1, 9000)).toEqual({ width: 1, height: COPY_SIDE });
});

test('a piece is good on its last day, due thirty days before, and expired the day after', () => {
  expect(expiryOn('2026-11-26', '2026-11-26')).toBe('soon');
  expect(expiryOn('2026-11-25', '2026-11-26')).toBe('expired');
  expect(expiryOn('2026-12-27', '2026-11-26')).toBe('valid');
  expect(expiryOn(null, '2026-11-26')).toBe('none');
});

test('what is depended on stands at the right, AWS last, and a circle ends', () => {
  const node = (id: string, aws = false) => ({
    id,
    name: id,
    kind: '',
    critical: false,
    aws,
    retired: false,
  });
  const ids = (columns: { id: string }[][]) => columns.map((column) => column.map(({ id }) => id));
  const edges = [
    { from: 'portal', to: 'lab' },
    { from: 'lab', to: 'vpn' },
    { from: 'lab', to: 'queue' },
  ];
  const nodes = [node('vpn'), node('lab'), node('portal'), node('queue', true)];
  expect(ids(dependencyColumns(nodes, edges))).toEqual([['portal'], ['lab'], ['vpn'], ['queue']]);
  const circle = [...edges, { from: 'vpn', to: 'portal' }];
  expect(dependencyColumns(nodes, circle).flat()).toHaveLength(4);
});

test('marks that were left unsaved go back in one step to those that are kept', () => {
  const left = drawingOf([], [redaction, redaction]);
  expect(left.marks).toHaveLength(2);
  expect(drawn(left, { do: 'undo' }).marks).toEqual([]);
  expect(drawingOf([redaction]).past).toEqual([]);
});
