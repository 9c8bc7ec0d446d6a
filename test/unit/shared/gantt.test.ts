import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/engine/reports/charts.ts';
import {
  type GanttBar,
  ganttHeight,
  ganttLinks,
  ganttMonths,
  ganttOption,
} from '../../../src/shared/charts/gantt.ts';
import type { ChartStyle } from '../../../src/shared/charts/style.ts';

const style: ChartStyle = {
  font: 'Inter',
  size: 8,
  ink: '#000',
  secondary: '#666',
  line: '#ccc',
  accent: '#0f766e',
  tint: '#e3f2f0',
  bad: '#b3261e',
  ground: '#ffffff',
};
const bars: GanttBar[] = [
  {
    id: 'lock',
    after: [],
    name: 'Lock the root users away',
    from: '2026-11-30',
    to: '2026-12-01',
    kind: 'done',
  },
  {
    id: 'move',
    after: [],
    name: 'Move volumes to gp3',
    from: '2026-12-07',
    to: '2027-01-08',
    kind: 'in-progress',
  },
];
const months = (list: GanttBar[]) =>
  ganttMonths(list).map((time) => new Date(time).toISOString().slice(0, 10));
const kinds = { done: 'Done', 'in-progress': 'In progress', planned: 'Planned', blocked: 'Blocked' };
const option = (list: GanttBar[], over = list) =>
  ganttOption(list, ganttMonths(over), style, { names: 120, month: (iso) => iso.slice(0, 7), kinds });
const draw = (...lists: Parameters<typeof option>) =>
  drawChart(option(...lists), { width: 500, height: ganttHeight(lists[0].length, style) });

describe('the timeline of the report', () => {
  test('goes from the first month to the end of the last', () => {
    expect(months(bars)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01']);
    expect(months([])).toEqual([]);
  });

  test('draws each bar from its first day to the end of its last', () => {
    const [before, done, underWay] = option(bars).series as { data: (number | string)[] }[];
    expect(before!.data).toEqual([29, 36]);
    expect(done!.data).toEqual([2, '-']);
    expect(underWay!.data).toEqual(['-', 33]);
  });

  test('is drawn without a window, with its names, its months and the kinds that it has', () => {
    const svg = draw(bars);
    for (const text of [
      'Lock the root users away',
      'Move volumes to gp3',
      '2026-11',
      '2027-01',
      'In progress',
    ])
      expect(svg).toContain(text);
    expect(svg).not.toContain('Blocked');
    expect(() => draw([])).not.toThrow();
  });

  test('shows the months of all pictures in each of them', () => {
    const svg = draw(bars.slice(0, 1), bars);
    expect(svg).not.toContain('Move volumes to gp3');
    expect(svg).toContain('2027-01');
  });

  test('names every third month where there is no room for all', () => {
    const svg = draw([{ ...bars[0]!, from: '2026-01-01', to: '2027-12-31' }]);
    expect(svg).toContain('2026-04');
    expect(svg).not.toContain('2026-05');
  });
});

describe('what needs something else', () => {
  const bar = (id: string, from: string, to: string, more: Partial<GanttBar> = {}): GanttBar => ({
    ...{ id, name: id, from, to, kind: 'planned', after: [] },
    ...more,
  });
  const keys = bar('keys', '2026-12-01', '2026-12-10');
  const encrypt = (from: string, more: Partial<GanttBar> = {}) =>
    bar('encrypt', from, '2026-12-31', { after: ['keys'], ...more });
  const ways = (list: GanttBar[]) =>
    (option(list).series as { type: string; lineStyle: object; data: { value: number[] }[] }[]).filter(
      ({ type }) => type === 'line',
    );

  test('is early when it begins before that is over, as on the board; on its last day it is not', () => {
    expect(ganttLinks([keys, encrypt('2026-12-09')])).toEqual([{ first: 0, second: 1, early: true }]);
    expect(ganttLinks([keys, encrypt('2026-12-10')])).toEqual([{ first: 0, second: 1, early: false }]);
  });

  test('waits for nothing that is done, and is late for nothing when it is done itself', () => {
    const done = { kind: 'done' } as const;
    expect(ganttLinks([{ ...keys, ...done }, encrypt('2026-12-02')])[0]!.early).toBe(false);
    expect(ganttLinks([keys, encrypt('2026-12-02', done)])[0]!.early).toBe(false);
  });

  test('has an arrow from the night of the last day to the row that needs it', () => {
    const [way] = ways([keys, encrypt('2026-12-20')]);
    const points = way!.data.filter((point) => typeof point === 'object').map(({ value }) => value);
    expect(points[0]).toEqual([10, 0]);
    expect(points.at(-1)![0]).toBeCloseTo(19 + 31 * 0.01);
    expect(points.at(-1)![1]).toBeGreaterThan(0.5);
    expect(way!.data.filter((point) => 'symbol' in Object(point))).toHaveLength(1);
  });

  test('has a red arrow with dashes into its beginning when it is early', () => {
    const [way, ...others] = ways([encrypt('2026-11-20'), keys]);
    expect(others).toEqual([]);
    expect(way!.lineStyle).toMatchObject({ color: style.bad, type: [2.5, 1.8] });
    expect(way!.data.at(-2)!.value).toEqual([19, 0]);
    const svg = draw([encrypt('2026-11-20'), keys]);
    expect(svg).toContain(style.bad);
    expect(draw([keys, encrypt('2026-12-20')])).not.toContain(style.bad);
  });

  test('has none where the other is in another picture', () => {
    expect(ways([encrypt('2026-12-20')])).toEqual([]);
  });
});
