import { families } from '../fonts.ts';
import type { Node } from './nodes.ts';
import { size, type Theme } from './theme.ts';
import { tabular } from './type.ts';

export interface Figure {
  label: string;
  value: string;
  note: string;
}

/** Characters of a figure that have room in a quarter of the measure. */
const longest = 10;

/** Large numbers side by side, each with its name above and its meaning below. */
export const figureRow = (figures: readonly Figure[], theme: Theme): Node => ({
  columns: figures.map((figure) => ({
    width: '*',
    stack: [
      { text: figure.label, fontSize: size.small + 0.5, color: theme.secondary, margin: [0, 0, 0, 3] },
      {
        text: figure.value,
        font: families.medium,
        // A long amount stays on its line.
        fontSize: size.figure * Math.min(1, longest / figure.value.length),
        lineHeight: 1,
        ...tabular,
      },
      {
        text: figure.note,
        fontSize: size.small + 0.5,
        lineHeight: 1.2,
        color: theme.secondary,
        margin: [0, 3, 0, 0],
      },
    ],
  })),
  columnGap: 16,
  margin: [0, 4, 0, 11],
});

/** The score that opens a chapter, with the chapter's first words beside it. */
export const scoreOpening = (
  score: { value: string; known: boolean; notes: string[] },
  beside: Node[],
  theme: Theme,
): Node => ({
  columns: [
    {
      width: 84,
      stack: [
        {
          text: score.value,
          font: families.light,
          fontSize: 42,
          lineHeight: 0.95,
          color: score.known ? theme.accent : theme.secondary,
        },
        ...score.notes.map((text) => ({
          text,
          fontSize: size.small + 0.5,
          lineHeight: 1.25,
          color: theme.secondary,
        })),
      ],
    },
    { width: '*', stack: beside, margin: [0, 7, 0, 0] },
  ],
  columnGap: 14,
  margin: [0, 0, 0, 10],
});
