import type { EChartsOption } from 'echarts';
import { type ChartStyle, label, overLines } from './style.ts';

export interface TimelinePoint {
  /** ISO 8601. */
  at: string;
  /** 0 to 100; null: no score. */
  score: number | null;
  open: number;
}

export interface TimelineInput {
  points: readonly TimelinePoint[];
  /** Phases that were closed: a dashed line each. */
  marks: readonly { at: string; name: string }[];
  names: { score: string; open: string };
  /** Writes a date on the axis; milliseconds since 1970. */
  date: (at: number) => string;
}

/** Score (left axis) and open findings (right axis) over time, with a line where a phase was closed. */
export function timelineOption(
  { points, marks, names, date }: TimelineInput,
  style: ChartStyle,
): EChartsOption {
  const value = (name: string) => ({
    type: 'value' as const,
    name,
    nameTextStyle: label(style),
    axisLabel: label(style),
    splitLine: { show: false },
  });
  const times = [...points.map(({ at }) => at), ...marks.map(({ at }) => at)].map((at) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const days = evenDays(first, last);
  // One point alone stands in the middle.
  const margin = Math.max((last - first) * 0.06, DAY);
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    grid: { left: style.size * 4, right: style.size * 5, top: style.size * 5, bottom: style.size * 2.4 },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 9,
      textStyle: label(style),
      selectedMode: false,
      data: [names.score, names.open],
    },
    xAxis: {
      type: 'time',
      min: first - margin,
      max: last + margin,
      axisLabel: { ...label(style), formatter: date, hideOverlap: true, customValues: days },
      axisTick: { customValues: days },
      axisLine: { lineStyle: { color: style.line } },
    },
    yAxis: [
      {
        ...value(names.score),
        min: 0,
        max: 100,
        interval: 25,
        splitLine: { show: true, lineStyle: { color: style.line, width: 0.75 } },
      },
      { ...value(names.open), min: 0, minInterval: 1 },
    ],
    series: [
      {
        type: 'line',
        name: names.score,
        symbol: 'circle',
        symbolSize: 9,
        data: points.flatMap(({ at, score }) => (score === null ? [] : [[at, Math.round(score)]])),
        lineStyle: { color: style.accent, width: 2 },
        itemStyle: { color: style.accent },
      },
      {
        type: 'line',
        name: names.open,
        yAxisIndex: 1,
        symbol: 'emptyRect',
        symbolSize: 8,
        data: points.map(({ at, open }) => [at, open]),
        lineStyle: { color: style.secondary, width: 1.5, type: [5, 3] },
        itemStyle: { color: style.secondary, borderWidth: 2 },
      },
      ...marks.map(({ at, name }, index) => ({
        type: 'line' as const,
        silent: true,
        symbol: 'none',
        data: [
          { value: [at, 0] },
          {
            value: [at, heightOf(index, marks.length)],
            label: {
              show: true,
              // To the side that has the room.
              position: Date.parse(at) > (first + last) / 2 ? ('left' as const) : ('right' as const),
              formatter: name,
              ...label(style, style.ink),
              ...overLines(style),
            },
            symbol: 'circle',
            symbolSize: 1,
          },
          { value: [at, 100] },
        ],
        lineStyle: { color: style.secondary, width: 1, type: [3, 3] },
      })),
    ],
  };
}

const DAY = 86_400_000;

/** Midnights (UTC) to write on the axis, the same number of days apart: ECharts' own leap at the end of a month. */
function evenDays(first: number, last: number): number[] {
  const steps = [1, 2, 7, 14, 28, 91, 182, 364];
  const step = DAY * (steps.find((days) => (last - first) / (days * DAY) <= 8) ?? 364);
  const begin = Math.ceil(first / DAY) * DAY;
  const count = Math.max(1, Math.floor((last - begin) / step) + 1);
  return Array.from({ length: count }, (_, at) => begin + at * step);
}

const NAME_STEP = 10;

/** On the axis of scores, in its lower part, where lines are seldom: each name a row below the one before. */
const heightOf = (index: number, count: number): number =>
  6 + ((NAME_STEP * (count - 1 - index)) % (NAME_STEP * 9));
