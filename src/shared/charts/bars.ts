import type { EChartsOption } from 'echarts';
import { type ChartStyle, label } from './style.ts';

export interface BarSeries {
  name: string;
  color: string;
  /** Drawn as an outline with dashes: an amount that is shown and not counted. */
  dashed?: boolean;
}

export interface Bar {
  name: string;
  /** One value per series. */
  values: readonly number[];
  /** What stands at the end of the bar. */
  text: string;
}

/** Height at which the bars of a chart have the same measure, whatever their number. */
export const barsHeight = (bars: number, style: ChartStyle, legend: boolean): number =>
  bars * style.size * 2.1 + (legend ? style.size * 2.6 : style.size * 0.6);

/** Horizontal bars, stacked by series, the first bar on top. */
export function barsOption(
  bars: readonly Bar[],
  series: readonly BarSeries[],
  style: ChartStyle,
  labels: { names: number; texts: number },
): EChartsOption {
  const legend = series.length > 1;
  const totals = bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0));
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    grid: {
      left: labels.names + style.size,
      right: labels.texts + style.size,
      top: legend ? style.size * 2.4 : style.size * 0.2,
      bottom: style.size * 0.2,
    },
    ...(legend && {
      legend: {
        left: labels.names + style.size,
        top: 0,
        itemWidth: style.size,
        itemHeight: style.size * 0.8,
        itemGap: style.size * 1.6,
        textStyle: label(style),
        data: series.map((one) => ({ name: one.name, icon: 'rect', itemStyle: fill(one) })),
      },
    }),
    xAxis: {
      type: 'value',
      show: false,
      min: 0,
      // All empty: any length does, as long as it is not zero.
      max: Math.max(...totals) || 1,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisLine: { lineStyle: { color: style.line, width: 0.75 } },
      axisTick: { show: false },
      axisLabel: {
        ...label(style, style.ink),
        width: labels.names,
        overflow: 'truncate',
        ellipsis: '…',
        margin: style.size * 0.8,
        interval: 0,
      },
    },
    series: [
      ...series.map((one, index) => ({
        name: one.name,
        type: 'bar' as const,
        stack: 'all',
        barWidth: style.size * 1.1,
        itemStyle: fill(one),
        data: bars.map((bar) => bar.values[index]!),
      })),
      {
        // Carries the text at the end of each bar, whichever series is the last one that is not empty.
        name: '',
        type: 'bar' as const,
        stack: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        label: {
          show: true,
          position: 'right' as const,
          distance: style.size * 0.5,
          ...label(style, style.ink),
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]!.text,
        },
        data: bars.map(() => 0),
      },
    ],
  };
}

const fill = (series: BarSeries) =>
  series.dashed
    ? {
        color: 'transparent',
        borderColor: series.color,
        borderWidth: 0.9,
        borderType: [2.5, 1.8] as unknown as number,
      }
    : { color: series.color };
