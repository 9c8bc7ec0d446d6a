import { LineChart } from 'echarts/charts';
import { PolarComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type RadarAxis, radarOption } from '../../shared/charts/radar.ts';
import type { ChartStyle } from '../../shared/charts/style.ts';

// What radarOption is made of. Drawn on a canvas: an SVG would need inline styles, which the page's policy refuses.
use([LineChart, PolarComponent, CanvasRenderer]);

/** The report's own radar, in the colours of the window. */
export function Radar({ axes, label }: { axes: RadarAxis[]; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(place.current!);
    const draw = () => chart.setOption(radarOption(axes, styleOf(place.current!)), true);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const size = new ResizeObserver(() => chart.resize());
    let gone = false;
    // A canvas does not wait for a font that is still on its way.
    void document.fonts.load('12px Inter').then(() => {
      if (!gone) draw();
    });
    dark.addEventListener('change', draw);
    size.observe(place.current!);
    return () => {
      gone = true;
      dark.removeEventListener('change', draw);
      size.disconnect();
      chart.dispose();
    };
  }, [axes]);
  return <div className="radar" ref={place} role="img" aria-label={label} />;
}

function styleOf(element: HTMLElement): ChartStyle {
  const css = getComputedStyle(element);
  const colour = (name: string) => css.getPropertyValue(`--${name}`).trim();
  return {
    font: css.fontFamily,
    size: 12,
    ink: colour('ink'),
    secondary: colour('secondary'),
    line: colour('grid'),
    accent: colour('accent'),
    tint: colour('tint'),
  };
}
