import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { money, number, severityMark } from './format.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Ranked = z.output<Contract['recommendations']['list']['result']>;
type Detail = z.output<Contract['recommendations']['get']['result']>;

/** Those that are to be done, in their order. */
export function showRanked(terminal: Terminal, found: Ranked): void {
  const rows = found.actions.filter(({ rank }) => rank !== null);
  terminal.print(
    table(
      rows,
      [
        { head: '#', value: ({ rank }) => number(rank!), align: 'right' },
        { head: 'recommendation', value: ({ title }) => title, flexible: true },
        {
          head: 'state',
          value: ({ state, progress }) =>
            progress === 'open' || !progress ? state : `${state}, ${progress}`,
        },
        {
          head: 'severity',
          value: ({ severity }) => (severity ? severityMark(terminal, severity) : '–'),
        },
        { head: 'findings', value: ({ findings }) => number(findings), align: 'right' },
        { head: 'monthly', value: ({ counted }) => money(counted), align: 'right' },
        { head: 'days', value: ({ effort }) => number(effort), align: 'right' },
        { head: 'track', value: ({ track }) => track },
        { head: 'id', value: ({ id }) => id, second: true },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
  terminal.print(
    `\n${number(rows.length)} actions for ${number(found.findings.all)} findings; ${number(found.findings.uncovered)} without one.`,
  );
}

const resultOf = ({ result, unread }: Pick<Detail['acceptance'][number], 'result' | 'unread'>): string =>
  result === 'met-where-read'
    ? `met where it could be read; ${unread === 1 ? 'one place was' : `${number(unread)} places were`} not read`
    : result;

/** One of them, whole. */
export function showRecommendation(terminal: Terminal, { words, title, ...one }: Detail): void {
  const part = (name: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    terminal.print(`\n${terminal.style('bold', name)}`);
    for (const line of lines) terminal.print(line);
  };
  terminal.print(terminal.style('bold', title));
  terminal.print(
    `${one.state} · ${one.track} · ${one.kind} · ${number(one.findings)} findings · ${money(one.counted)} a month · ${number(one.effort)} days`,
  );
  part('Problem', [words.problem]);
  part('Outcome', [words.outcome]);
  part(
    'Steps',
    words.steps.map((step, at) => `${at + 1}. ${step}`),
  );
  part(
    'Accepted when',
    one.acceptance.map(({ text, ...of }) => `- ${text} (${resultOf(of)})`),
  );
  part(
    'Systems outside AWS',
    one.systemList.map(({ name, reasons }) => `- ${name}: ${reasons.join(' ')}`),
  );
  part(
    'Needs first',
    one.before.map((before) => `- ${before.title}`),
  );
}
