import type { EChartsOption } from 'echarts';
import { type ChartStyle, label } from './style.ts';

export interface Change {
  name: string;
  /** 0 to 100; null: no score. */
  before: number | null;
  after: number | null;
}

/** Scores before and after, a row for each: a ring where it was, a disc where it is, a line between them. */
export function changeOption(
  rows: readonly Change[],
  series: { before: string; after: string },
  style: ChartStyle,
): EChartsOption {
  const names = rows.map(({ name }) => name);
  const points = (of: 'before' | 'after') =>
    rows.flatMap((row, at): [number, number][] => (row[of] === null ? [] : [[row[of], at]]));
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    grid: { left: style.size * 15, right: style.size * 2, top: style.size * 2.4, bottom: style.size * 2 },
    legend: {
      top: 0,
      left: style.size * 15,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: label(style),
      selectedMode: false,
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: label(style),
      splitLine: { lineStyle: { color: style.line, width: 0.75 } },
    },
    yAxis: {
      type: 'category',
      data: names,
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...label(style, style.ink), width: style.size * 14, overflow: 'truncate', interval: 0 },
    },
    series: [
      ...rows.flatMap(({ before, after }, at) =>
        before === null || after === null
          ? []
          : [
              {
                type: 'line' as const,
                silent: true,
                symbol: 'none',
                data: [
                  [before, at],
                  [after, at],
                ],
                lineStyle: { color: style.accent, width: 2, opacity: 0.5 },
              },
            ],
      ),
      {
        type: 'line',
        name: series.before,
        symbol: 'emptyCircle',
        symbolSize: 9,
        data: points('before'),
        lineStyle: { width: 0 },
        itemStyle: { color: style.secondary, borderWidth: 2 },
      },
      {
        type: 'line',
        name: series.after,
        symbol: 'circle',
        symbolSize: 10,
        data: points('after'),
        lineStyle: { width: 0 },
        itemStyle: { color: style.accent },
      },
    ],
  };
}
