import type { EChartsOption } from 'echarts';
import { type ChartStyle, label, overLines } from './style.ts';

export interface DependencyNode {
  /** Unique; told when the node is clicked. */
  id: string;
  name: string;
  /** What stands under the name. */
  kind: string;
  critical: boolean;
  /** In AWS, and not in the inventory. */
  aws: boolean;
  retired: boolean;
}

export interface DependencyEdge {
  /** It depends on `to`. */
  from: string;
  to: string;
}

/** Columns from the left: what nothing depends on, then what that depends on; AWS stands in the last. */
export function dependencyColumns(
  nodes: readonly DependencyNode[],
  edges: readonly DependencyEdge[],
): DependencyNode[][] {
  const depth = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  const own = nodes.filter(({ aws }) => !aws);
  const ids = new Set(own.map(({ id }) => id));
  const inner = edges.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to));
  // Each round pushes what is depended on one to the right; a circle ends with the rounds.
  for (let round = 1; round < own.length; round++) {
    let moved = false;
    for (const { from, to } of inner) {
      const right = depth.get(from)! + 1;
      if (depth.get(to)! >= right || right >= own.length) continue;
      depth.set(to, right);
      moved = true;
    }
    if (!moved) break;
  }
  const used = [...new Set(own.map(({ id }) => depth.get(id)!))].sort((a, b) => a - b);
  const columns = used.map((at) => own.filter(({ id }) => depth.get(id) === at));
  const outer = nodes.filter(({ aws }) => aws);
  return outer.length > 0 ? [...columns, outer] : columns;
}

/** Height at which the rows do not touch. */
export const dependencyHeight = (
  columns: readonly DependencyNode[][],
  style: Pick<ChartStyle, 'size'>,
): number => Math.max(16, Math.max(1, ...columns.map((column) => column.length)) * 4.2 + 2) * style.size;

/** Systems and what they depend on, from left to right. */
export function dependencyOption(
  nodes: readonly DependencyNode[],
  edges: readonly DependencyEdge[],
  style: ChartStyle,
): EChartsOption {
  const columns = dependencyColumns(nodes, edges);
  const placeOf = new Map(columns.flatMap((column, x) => column.map(({ id }) => [id, x] as const)));
  // A long line rises no higher than a short one, or it would leave the picture.
  const curveness = ({ from, to }: DependencyEdge) =>
    0.14 / Math.max(1, Math.abs(placeOf.get(to)! - placeOf.get(from)!));
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    // Axes that are not shown: marks keep their shape whatever the room.
    grid: {
      left: 150,
      right: columns.length > 1 ? 150 : 80,
      top: style.size * 1.5,
      bottom: style.size * 3.5,
    },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, columns.length - 1) },
    yAxis: { type: 'value', show: false, min: 0, max: 1, inverse: true },
    series: [
      {
        type: 'graph',
        layout: 'none',
        coordinateSystem: 'cartesian2d',
        // Their places say what they are, so nobody draws them elsewhere.
        roam: false,
        draggable: false,
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 7,
        lineStyle: { color: style.secondary, width: 1, opacity: 0.7 },
        z: 3,
        data: columns.flatMap((column, x) =>
          column.map((node, at) => ({
            name: node.id,
            // Every second column stands half a row lower, so that lines pass between the names.
            value: [x, (at + (x % 2 === 0 ? 0.35 : 0.65)) / Math.max(1, column.length)],
            symbol: node.aws ? 'rect' : 'circle',
            symbolSize: node.critical ? 15 : 11,
            itemStyle: {
              color: node.critical ? style.accent : style.tint,
              borderColor: node.retired ? style.secondary : style.accent,
              borderType: node.retired ? ('dashed' as const) : ('solid' as const),
              borderWidth: 1,
            },
            label: {
              show: true,
              ...beside(x, columns.length, style),
              formatter: [
                ...linesOf(node.name).map((line) => `{name|${clean(line)}}`),
                `{kind|${clean(node.kind)}}`,
              ].join('\n'),
              rich: {
                name: {
                  ...label(style, style.ink),
                  lineHeight: style.size * 1.25,
                },
                kind: {
                  ...label(style),
                  fontSize: style.size - 2,
                  lineHeight: style.size,
                },
              },
            },
          })),
        ),
        links: edges.map((edge) => ({
          source: edge.from,
          target: edge.to,
          lineStyle: { curveness: curveness(edge) },
        })),
      },
    ],
  };
}

/** Names of the outer columns stand outside of the lines, those between on a ground of their own. */
const beside = (column: number, columns: number, style: ChartStyle) =>
  column === 0
    ? { position: 'left' as const, align: 'right' as const }
    : column === columns - 1
      ? { position: 'right' as const, align: 'left' as const }
      : { position: 'bottom' as const, align: 'center' as const, ...overLines(style) };

/** At most so many letters a line, so that names of two columns side by side do not touch. */
const LETTERS = 19;

/** A name in one line or two, broken where a word of it ends; the list beside the chart has it whole. */
function linesOf(name: string): string[] {
  if (name.length <= LETTERS) return [name];
  const ends = [...name.slice(0, LETTERS + 1).matchAll(/\s|(?<=[-_/.:])/g)].map(({ index }) => index);
  const at = ends.findLast((end) => end > 0) ?? LETTERS;
  return [name.slice(0, at), short(name.slice(at).trimStart())];
}

const short = (name: string): string => {
  const letters = [...name];
  return letters.length > LETTERS
    ? `${letters
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}…`
    : name;
};

/** Braces and bars are ECharts' own notation. */
const clean = (text: string): string => text.replace(/[{}|]/g, ' ');
