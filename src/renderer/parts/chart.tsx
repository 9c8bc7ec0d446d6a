import { useComputedColorScheme } from '@mantine/core';
import type { EChartsOption } from 'echarts';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ChartStyle } from '../../shared/charts/style.ts';
import { useWords } from '../words.ts';

interface Props {
  /** The report's own option object, in the colours of the window. Keep it stable between renders. */
  option: (style: ChartStyle) => EChartsOption;
  label: string;
  className?: string;
  /** The chart's numbers as a table, for those who do not see it; leave it out when they stand beside it. */
  numbers?: ReactNode;
  onClick?: (name: string) => void;
}

/** A chart on a canvas: an SVG would need inline styles, which the page's policy refuses. */
export function Chart({ option, label, className, numbers, onClick }: Props) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = place.current!;
    let dispose = () => {};
    let gone = false;
    // A canvas does not wait for a font that is still on its way.
    void Promise.all([import('./echarts.ts'), document.fonts.load('12px Inter')]).then(([{ init }]) => {
      if (gone) return;
      const chart = init(element);
      chart.setOption(option(styleOf(element)), true);
      if (onClick) chart.on('click', ({ name }) => onClick(name));
      const size = new ResizeObserver(() => chart.resize());
      size.observe(element);
      dispose = () => {
        size.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [option, onClick, scheme]);
  return (
    <>
      <div className={className ?? 'chart'} ref={place} role="img" aria-label={label} />
      {numbers && (
        <details className="chart-numbers">
          <summary>{t('common.chart')}</summary>
          {numbers}
        </details>
      )}
    </>
  );
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
    bad: colour('bad'),
    ground: colour('card'),
  };
}
