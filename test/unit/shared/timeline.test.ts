import { expect, test } from 'vitest';
import type { ChartStyle } from '../../../src/shared/charts/style.ts';
import { timelineOption } from '../../../src/shared/charts/timeline.ts';

const style = { font: 'Inter', size: 12 } as ChartStyle;

const daysBetween = (first: string, last: string): string[] => {
  const points = [first, last].map((at) => ({ at, score: 50, open: 1 }));
  const { xAxis } = timelineOption(
    { points, marks: [], names: { score: '', open: '' }, date: String },
    style,
  );
  const { customValues } = (xAxis as { axisLabel: { customValues: number[] } }).axisLabel;
  return customValues.map((at) => new Date(at).toISOString());
};

test.each([
  ['2026-09-07T09:00:00Z', '2026-11-16T08:00:00Z', 14],
  ['2026-09-07T09:00:00Z', '2026-09-11T09:00:00Z', 1],
  ['2026-09-30T09:00:00Z', '2027-08-16T08:00:00Z', 91],
])('days between %s and %s are written %i days apart, across the ends of months', (first, last, apart) => {
  const days = daysBetween(first, last).map((day) => Date.parse(day));
  expect(days.length).toBeGreaterThan(2);
  for (const [at, day] of days.entries()) {
    expect(day % 86_400_000).toBe(0);
    if (at > 0) expect((day - days[at - 1]!) / 86_400_000).toBe(apart);
  }
  expect(days[0]).toBeGreaterThan(Date.parse(first));
  expect(days.at(-1)).toBeLessThan(Date.parse(last));
});

test('one snapshot alone has the day after it', () => {
  expect(daysBetween('2026-09-07T09:00:00Z', '2026-09-07T09:00:00Z')).toEqual(['2026-09-08T00:00:00.000Z']);
});

test('names of phases have a row each, however near to each other they were closed', () => {
  const marks = ['2026-09-18', '2026-10-02', '2026-10-02'].map((day) => ({
    at: `${day}T15:30:00Z`,
    name: day,
  }));
  const { series } = timelineOption(
    { points: [], marks, names: { score: '', open: '' }, date: String },
    style,
  );
  const named = (series as { data: { value: [string, number]; label?: object }[] }[]).flatMap(({ data }) =>
    data.filter((point) => point.label),
  );
  const heights = named.map(({ value }) => value[1]);
  expect(heights).toHaveLength(3);
  // A row of type is 8 of the 100 points of the axis.
  for (const [at, height] of heights.entries())
    if (at > 0) expect(heights[at - 1]! - height).toBeGreaterThan(8);
});
