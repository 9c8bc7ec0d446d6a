import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/engine/reports/charts.ts';
import { type GanttBar, ganttHeight, ganttMonths, ganttOption } from '../../../src/shared/charts/gantt.ts';
import type { ChartStyle } from '../../../src/shared/charts/style.ts';

const style: ChartStyle = {
  font: 'Inter',
  size: 8,
  ink: '#000',
  secondary: '#666',
  line: '#ccc',
  accent: '#0f766e',
  tint: '#e3f2f0',
  ground: '#ffffff',
};
const bars: GanttBar[] = [
  { name: 'Lock the root users away', from: '2026-11-30', to: '2026-12-01', kind: 'done' },
  { name: 'Move volumes to gp3', from: '2026-12-07', to: '2027-01-08', kind: 'in-progress' },
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
