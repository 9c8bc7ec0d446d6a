import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, PolarComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, PolarComponent, SVGRenderer]);

/** A chart as SVG text, drawn without a window. Width and height in points. */
export function drawChart(option: EChartsCoreOption, size: { width: number; height: number }): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose();
  }
}
