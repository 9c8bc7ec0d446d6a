import type { EChartsOption, LineSeriesOption } from 'echarts';
import { type ChartStyle, label } from './style.ts';

const kinds = ['done', 'in-progress', 'planned', 'blocked'] as const;
type Kind = (typeof kinds)[number];

export interface GanttBar {
  id: string;
  name: string;
  /** YYYY-MM-DD, both inclusive. */
  from: string;
  to: string;
  kind: Kind;
  /** Ids of bars that must end before it begins; those that are not in the picture are not drawn. */
  after: readonly string[];
}

interface Labels {
  /** Room for the names of the bars. */
  names: number;
  /** Names a month by its first day, an ISO time in UTC. */
  month: (iso: string) => string;
  kinds: Record<Kind, string>;
}

const DAY = 86_400_000;
/** As many names of months as stand beside each other. */
const mostNames = 9;
const at = (day: string): number => Date.parse(day);

/** Height at which the bars of a timeline have the same measure, whatever their number. */
export const ganttHeight = (bars: number, style: ChartStyle): number =>
  bars * style.size * 2 + style.size * 4.8;

/** The first days of the months that hold all bars, and the day after the last of them, in milliseconds. */
export function ganttMonths(bars: readonly GanttBar[]): number[] {
  if (bars.length === 0) return [];
  const first = new Date(Math.min(...bars.map(({ from }) => at(from))));
  const last = Math.max(...bars.map(({ to }) => at(to)));
  const months: number[] = [];
  for (let month = 0; ; month++) {
    const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month);
    months.push(start);
    if (start > last) return months;
  }
}

/**
 * Bars in time, the first on top, each from the morning of its first day to the night of its last. They are bars stacked
 * on ones that cannot be seen: time is counted in days from the first month.
 * @param months what `ganttMonths` gave for these bars, or for those of several pictures that share their time
 */
export function ganttOption(
  bars: readonly GanttBar[],
  months: readonly number[],
  style: ChartStyle,
  labels: Labels,
): EChartsOption {
  const [start = 0] = months;
  const days = (time: number) => (time - start) / DAY;
  const ticks = months.map(days);
  const every = [1, 2, 3, 6, 12].find((step) => months.length / step <= mostNames) ?? 24;
  const named = ticks.slice(0, -1).filter((_, month) => month % every === 0);
  // Widths are reckoned without the font itself: names may turn out a little longer than their room.
  const left = labels.names + style.size * 2;
  const used = kinds.filter((kind) => bars.some((bar) => bar.kind === kind));
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    grid: {
      left,
      right: style.size,
      top: style.size * 4.4,
      bottom: style.size * 0.4,
    },
    legend: {
      left,
      top: 0,
      padding: 0,
      itemWidth: style.size * 1.6,
      itemHeight: style.size * 0.8,
      itemGap: style.size * 1.6,
      textStyle: label(style),
      selectedMode: false,
      data: used.map((kind) => ({
        name: labels.kinds[kind],
        icon: 'roundRect',
        itemStyle: fill(kind, style),
      })),
    },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0,
      max: ticks.at(-1) ?? 1,
      axisLine: { show: false },
      // The lines stand where the ticks would.
      axisTick: { show: false, customValues: [...named, ...ticks.slice(-1)] },
      axisLabel: {
        ...label(style),
        customValues: named,
        align: 'left',
        formatter: (value: number) => labels.month(new Date(start + value * DAY).toISOString()),
      },
      splitLine: { show: true, lineStyle: { color: style.line, width: 0.5 } },
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLine: { lineStyle: { color: style.line, width: 0.75 } },
        axisTick: { show: false },
        axisLabel: {
          ...label(style, style.ink),
          width: labels.names,
          overflow: 'truncate',
          ellipsis: '…',
          align: 'left',
          margin: left,
          interval: 0,
        },
      },
      // The same rows as numbers: a line may go between two of them.
      { type: 'value', show: false, inverse: true, min: -0.5, max: bars.length - 0.5 },
    ],
    series: [
      {
        type: 'bar',
        stack: 'time',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ from }) => days(at(from))),
      },
      // One for each kind, so that the legend can name it; a bar is empty in all but its own.
      ...used.map((kind) => ({
        name: labels.kinds[kind],
        type: 'bar' as const,
        stack: 'time',
        barWidth: style.size,
        itemStyle: { borderRadius: 2, ...fill(kind, style) },
        data: bars.map((bar) => (bar.kind === kind ? (at(bar.to) - at(bar.from)) / DAY + 1 : '-')),
      })),
      ...arrows(bars, ticks.at(-1) ?? 1, days, style),
    ],
  };
}

export interface GanttLink {
  /** Rows of what goes first and of what needs it. */
  first: number;
  second: number;
  /** It begins before that is over, as the roadmap warns of it. */
  early: boolean;
}

/** What needs what, of bars that are both in one picture. */
export function ganttLinks(bars: readonly GanttBar[]): GanttLink[] {
  const rows = new Map(bars.map(({ id }, row) => [id, row]));
  return bars.flatMap((bar, second) =>
    bar.after.flatMap((id) => {
      const first = rows.get(id);
      if (first === undefined) return [];
      const { kind, to } = bars[first]!;
      return [{ first, second, early: kind !== 'done' && bar.kind !== 'done' && bar.from < to }];
    }),
  );
}

/** Arrows from the end of what goes first to the beginning of what needs it, below the bars. */
function arrows(
  bars: readonly GanttBar[],
  span: number,
  days: (time: number) => number,
  style: ChartStyle,
): LineSeriesOption[] {
  /** A little of the width, beside the edge of a bar. */
  const beside = span * 0.01;
  const wayOf = ({ first, second, early }: GanttLink) => {
    const end = days(at(bars[first]!.to)) + 1;
    const begin = days(at(bars[second]!.from));
    const down = Math.sign(second - first);
    if (!early) {
      // Along the left edge, to the border of the bar.
      const edge = Math.max(begin + beside, end);
      return arrow(
        [
          [end, first],
          [edge, first],
          [edge, second - down * 0.28],
        ],
        down > 0 ? 180 : 0,
      );
    }
    // Back between two rows, and in from the left.
    const [out, before, between] = [end + beside, begin - beside * 2, first + down * 0.5];
    return arrow(
      [
        [end, first],
        [out, first],
        [out, between],
        [before, between],
        [before, second],
        [begin, second],
      ],
      -90,
    );
  };
  const links = ganttLinks(bars);
  return [false, true].flatMap((early): LineSeriesOption[] => {
    const some = links.filter((link) => link.early === early);
    if (some.length === 0) return [];
    const color = early ? style.bad : style.secondary;
    return [
      {
        type: 'line',
        yAxisIndex: 1,
        silent: true,
        z: 1,
        symbol: 'none',
        showAllSymbol: true,
        itemStyle: { color },
        lineStyle: { color, width: style.size * 0.08, type: early ? [2.5, 1.8] : 'solid' },
        data: some.flatMap(wayOf),
      },
    ];
  });
}

/** A way with a head at its end, and a gap to the next. */
const arrow = (
  way: readonly (readonly [number, number])[],
  turned: number,
): LineSeriesOption['data'] & object => [
  ...way.slice(0, -1).map((value) => ({ value: [...value] })),
  { value: [...way.at(-1)!], symbol: 'triangle', symbolSize: 3.5, symbolRotate: turned },
  '-',
];

/** Told apart without colour: grey, full, light with an edge, an edge of dashes. */
function fill(kind: Kind, style: ChartStyle) {
  switch (kind) {
    case 'done':
      return { color: style.secondary, opacity: 0.35 };
    case 'in-progress':
      return { color: style.accent };
    case 'planned':
      return { color: style.tint, borderColor: style.accent, borderWidth: 0.9 };
    case 'blocked':
      return {
        color: 'transparent',
        borderColor: style.ink,
        borderWidth: 0.9,
        borderType: [2.5, 1.8] as unknown as number,
      };
  }
}
