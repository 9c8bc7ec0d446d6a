import type { Severity, Status } from '../../../shared/model/finding.ts';
import { families } from '../fonts.ts';
import type { CanvasNode, Inline, TextNode } from './nodes.ts';
import { severityMarks, type Theme } from './theme.ts';

/** The shape of a severity in its colour. */
export const severityShape = (severity: Severity, fontSize: number): TextNode => ({
  text: severityMarks[severity].glyph,
  color: severityMarks[severity].colour,
  fontSize: fontSize * 0.92,
});

/** Shape and word. */
export const severityMark = (severity: Severity, word: string, fontSize: number): Inline[] => [
  severityShape(severity, fontSize),
  { text: `\u00a0${word}`, color: severityMarks[severity].colour, bold: true, fontSize },
];

/** A dashed disc in grey: not known is neither good nor bad. */
export const unknownShape = (theme: Theme, fontSize: number): TextNode => ({
  text: '◌',
  font: families.mono,
  color: theme.secondary,
  fontSize: fontSize * 1.05,
});

/** Mark of a finding: its severity when it fails, else the status in grey. */
export const statusMark = (
  status: Status,
  severity: Severity,
  words: { status: string; severity: string },
  theme: Theme,
  fontSize: number,
): Inline[] =>
  status === 'fail'
    ? severityMark(severity, words.severity, fontSize)
    : [
        status === 'unknown'
          ? unknownShape(theme, fontSize)
          : { text: '○', color: theme.secondary, fontSize: fontSize * 0.92 },
        { text: `\u00a0${words.status}`, color: theme.secondary, fontSize },
      ];

/** How verdicts fell, by severity for those that fail. */
export interface Shares {
  fail: Record<Severity, number>;
  pass: number;
  unknown: number;
  manual: number;
}

/** A bar of shares: what fails in the colour of its severity, what passes in light grey, what is not known dashed. */
export function shareBar(shares: Shares, theme: Theme, width: number, height: number): CanvasNode {
  const parts = [
    ...(['critical', 'high', 'medium', 'low'] as const).map((severity) => ({
      value: shares.fail[severity],
      colour: severityMarks[severity].colour,
    })),
    { value: shares.manual, colour: theme.bar.manual },
    { value: shares.pass, colour: theme.bar.pass },
    { value: shares.unknown, colour: null },
  ].filter((part) => part.value > 0);
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const space = 1.2;
  const room = width - space * Math.max(0, parts.length - 1);
  const least = 1.6;
  // What is there must be seen: the smallest part has a width, the largest gives it.
  const raw = parts.map((part) => Math.max(least, (part.value / total) * room));
  const over = raw.reduce((sum, part) => sum + part, 0) - room;
  const widest = raw.indexOf(Math.max(...raw));
  let x = 0;
  const canvas: CanvasNode['canvas'] = parts.map((part, index) => {
    const w = raw[index]! - (index === widest ? over : 0);
    const at = x;
    x += w + space;
    return part.colour
      ? { type: 'rect', x: at, y: 0, w, h: height, color: part.colour }
      : {
          type: 'rect',
          x: at + 0.3,
          y: 0.3,
          w: Math.max(0.4, w - 0.6),
          h: height - 0.6,
          lineWidth: 0.6,
          lineColor: theme.bar.unknown,
          dash: { length: 1.6, space: 1.2 },
        };
  });
  return {
    canvas:
      canvas.length > 0
        ? canvas
        : [
            {
              type: 'line',
              x1: 0,
              y1: height / 2,
              x2: width,
              y2: height / 2,
              lineWidth: 0.6,
              lineColor: theme.line,
            },
          ],
  };
}

/** A score from 0 to 100 as a bar; without a score a dashed line. */
export function scoreBar(score: number | null, theme: Theme, width: number, height: number): CanvasNode {
  if (score === null)
    return {
      canvas: [
        {
          type: 'line',
          x1: 0,
          y1: height / 2,
          x2: width,
          y2: height / 2,
          lineWidth: 0.8,
          lineColor: theme.bar.unknown,
          dash: { length: 2, space: 1.6 },
        },
      ],
    };
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: width, h: height, color: theme.line },
      ...(score > 0
        ? [
            {
              type: 'rect' as const,
              x: 0,
              y: 0,
              w: (width * Math.min(100, score)) / 100,
              h: height,
              color: theme.accent,
            },
          ]
        : []),
    ],
  };
}
