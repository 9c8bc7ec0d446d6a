import type { EChartsOption } from 'echarts';
import { type RadarAxis, radarOption } from './radar.ts';
import type { ChartStyle } from './style.ts';

export interface MaturityAxis extends RadarAxis {
  /** Percent that was agreed on; null: none. */
  target: number | null;
}

/** Maturity around a circle, with the targets in dashes where any was agreed on. */
export function maturityRadar(axes: readonly MaturityAxis[], style: ChartStyle): EChartsOption {
  const agreed = axes.some(({ target }) => target !== null);
  return radarOption(
    axes,
    style,
    agreed ? axes.map(({ name, target }) => ({ name, score: target })) : undefined,
  );
}
