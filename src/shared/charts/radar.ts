import type { EChartsOption } from 'echarts';
import { type ChartStyle, label } from './style.ts';

export interface RadarAxis {
  name: string;
  /** 0 to 100; null when nothing could be said, which is drawn as a gap and never as zero. */
  score: number | null;
}

/**
 * Scores around a circle, clockwise from the top. Made of polar coordinates, because a radar of ECharts draws a
 * missing value as zero; here the line just stops before it and begins again after it. The scores of `before` are an
 * outline in dashes.
 */
export function radarOption(
  axes: readonly RadarAxis[],
  style: ChartStyle,
  before?: readonly RadarAxis[],
): EChartsOption {
  const names = axes.map((axis) => twoLines(axis.name));
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    polar: { center: ['50%', '50%'], radius: '56%' },
    angleAxis: {
      type: 'value',
      min: 0,
      max: axes.length,
      interval: 1,
      startAngle: 90,
      clockwise: true,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: style.line, width: 0.75 } },
      axisLabel: {
        ...label(style),
        lineHeight: style.size * 1.3,
        margin: style.size,
        formatter: (index: number) => {
          // The last step of the circle is the first again.
          if (index >= axes.length) return '';
          const { score } = axes[index]!;
          return `${names[index]}\n${score === null ? '{none|–}' : `{score|${Math.round(score)}}`}`;
        },
        rich: {
          score: { ...label(style, style.ink), fontWeight: 'bold', lineHeight: style.size * 1.4 },
          none: { ...label(style), lineHeight: style.size * 1.4 },
        },
      },
    },
    radiusAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: style.line, width: 0.75 } },
    },
    series: [
      ...(before
        ? [
            {
              ...outline(before),
              symbol: 'none' as const,
              lineStyle: { color: style.secondary, width: 1.25, type: 'dashed' as const },
            },
          ]
        : []),
      {
        ...outline(axes),
        symbol: 'circle',
        symbolSize: style.size * 0.6,
        showAllSymbol: true,
        lineStyle: { color: style.accent, width: 1.5 },
        itemStyle: { color: style.accent },
        ...(axes.every((axis) => axis.score !== null) && {
          areaStyle: { color: style.accent, opacity: 0.12 },
        }),
      },
    ],
  };
}

const outline = (axes: readonly RadarAxis[]) => ({
  type: 'line' as const,
  coordinateSystem: 'polar' as const,
  // The first point again closes the line.
  data: [...axes, ...axes.slice(0, 1)].map((axis, index) => [axis.score ?? '-', index]),
  connectNulls: false,
  // A full score lies on the rim, which counts as outside by a hair on some of the axes.
  clip: false,
});

/** A long name stands on two lines of about the same length, so that the circle has room beside it. */
function twoLines(name: string): string {
  const words = name.split(' ');
  if (words.length < 2 || name.length < 12) return name;
  const splits = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return { lines, longest: Math.max(...lines.map((line) => line.length)) };
  });
  return splits.reduce((best, split) => (split.longest < best.longest ? split : best)).lines.join('\n');
}
