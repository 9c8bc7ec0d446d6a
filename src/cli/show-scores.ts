import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { aspectName, bar, heading, money, number, percent, scoreText } from './format.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Overview = z.output<Contract['engagement']['overview']['result']>;
type Scores = NonNullable<Overview['scores']>;

export function showScores(terminal: Terminal, scores: Scores): void {
  heading(terminal, 'Scores');
  terminal.print(
    table(
      [
        ...scores.aspects.map((one) => ({ ...one, name: aspectName(one.aspect) })),
        { ...scores.overall, name: 'Overall' },
      ],
      [
        {
          head: 'Aspect',
          value: (row) => (row.name === 'Overall' ? terminal.style('bold', row.name) : row.name),
        },
        { head: '', value: (row) => (row.score === null ? '' : bar(row.score / 100, 16)) },
        { head: 'Score', value: (row) => scoreText(row.score), align: 'right' },
        { head: 'Confidence', value: (row) => percent(row.confidence), align: 'right' },
        { head: 'Pass', value: (row) => number(row.pass), align: 'right' },
        { head: 'Fail', value: (row) => number(row.fail), align: 'right' },
        { head: 'Unknown', value: (row) => number(row.unknown), align: 'right' },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
}

export function showSavings(terminal: Terminal, savings: NonNullable<Overview['savings']>): void {
  heading(terminal, 'Monthly saving');
  terminal.print(
    `${terminal.style('bold', money(savings.counted))} counted, ${money(savings.advisory)} more shown as advisory. ${savings.currency} list prices of ${savings.priceDate}, 730 hours a month, before discounts.`,
  );
  if (savings.aside > 0)
    terminal.print(`${money(savings.aside)} of findings that were accepted or called false are in neither.`);
}
