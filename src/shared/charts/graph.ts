import type { EChartsOption } from 'echarts';
import { type ChartStyle, label } from './style.ts';

export interface GraphNode {
  /** Unique; told when the node is clicked. */
  id: string;
  name: string;
  /** What stands under the name. */
  kind: string;
  /** How it stands to the one in the middle: what it names at the right, what names it at the left. */
  side: 'right' | 'left';
  /** On the line between them. */
  relation: string;
}

/** Height at which the rows of a graph do not touch. */
export const graphHeight = (nodes: readonly GraphNode[], style: Pick<ChartStyle, 'size'>): number =>
  Math.max(8, rows(nodes) * 3 + 1) * style.size;

const rows = (nodes: readonly GraphNode[]): number =>
  Math.max(1, ...(['left', 'right'] as const).map((side) => nodes.filter((one) => one.side === side).length));

/** One thing and its neighbours: those that name it, itself, those that it names. Its own name stands above the chart. */
export function graphOption(middle: string, nodes: readonly GraphNode[], style: ChartStyle): EChartsOption {
  const columns = { left: 0, right: 2 };
  const place = (side: 'left' | 'right', at: number): number => {
    const many = nodes.filter((one) => one.side === side).length;
    return (at + 0.5) / many;
  };
  const counters = { left: 0, right: 0 };
  const text = (name: string, kind: string) => ({
    show: true,
    formatter: `{name|${clean(name)}}\n{kind|${clean(kind)}}`,
    rich: {
      name: {
        ...label(style, style.ink),
        width: 110,
        overflow: 'truncate' as const,
        lineHeight: style.size * 1.25,
      },
      kind: { ...label(style), fontSize: style.size - 2, lineHeight: style.size },
    },
  });
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    // Axes that are not shown: marks keep their shape whatever the room.
    grid: { left: 125, right: 125, top: style.size, bottom: style.size },
    xAxis: { type: 'value', show: false, min: 0, max: 2 },
    yAxis: { type: 'value', show: false, min: 0, max: 1, inverse: true },
    series: [
      {
        type: 'graph',
        layout: 'none',
        coordinateSystem: 'cartesian2d',
        // Their places say what they are, so nobody draws them elsewhere.
        roam: false,
        draggable: false,
        symbol: 'circle',
        symbolSize: 9,
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 6,
        lineStyle: { color: style.secondary, width: 1, curveness: 0, opacity: 0.7 },
        z: 3,
        data: [
          {
            name: middle,
            value: [1, 0.5],
            symbolSize: 15,
            itemStyle: { color: style.accent },
          },
          ...nodes.map((node) => ({
            name: node.id,
            value: [columns[node.side], place(node.side, counters[node.side]++)],
            itemStyle: { color: style.tint, borderColor: style.accent, borderWidth: 1 },
            label: { ...text(node.name, node.kind), position: node.side },
          })),
        ],
        links: nodes.map(({ id, side }) =>
          side === 'right' ? { source: middle, target: id } : { source: id, target: middle },
        ),
      },
    ],
  };
}

/** Braces and bars are ECharts' own notation. */
const clean = (text: string): string => text.replace(/[{}|]/g, ' ');
