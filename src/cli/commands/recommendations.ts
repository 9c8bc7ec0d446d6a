import { Command } from 'commander';
import { money, number, severityMark } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const recommendationsCommand = (terminal: Terminal): Command =>
  new Command('recommendations')
    .description('what to do: proposals and adopted recommendations, ranked')
    .argument('[id]', 'one of them, whole')
    .option('--snapshot <id>', 'otherwise the newest')
    .option('--adopt <ids>', 'adopt these proposals first, comma-separated')
    .action(
      async (id: string | undefined, { snapshot, adopt }: { snapshot?: string; adopt?: string }, command) => {
        await terminal.openEngagement(command, adopt ? 'write' : 'look');
        const { recommendations } = terminal.client;
        const which = snapshot === undefined ? {} : { snapshot };
        if (adopt)
          await recommendations.adopt({ ...which, library: adopt.split(',').map((one) => one.trim()) });
        const { json } = globals(command);
        if (id !== undefined) {
          const one = await recommendations.get({ ...which, id });
          if (json) terminal.json(one);
          else show(terminal, one);
          return;
        }
        const list = await recommendations.list(which);
        if (json) {
          terminal.json(list);
          return;
        }
        const rows = list.actions.filter(({ rank }) => rank !== null);
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
          `\n${number(rows.length)} actions for ${number(list.findings.all)} findings; ${number(list.findings.uncovered)} without one.`,
        );
      },
    );

type Detail = Awaited<ReturnType<Terminal['client']['recommendations']['get']>>;

const resultOf = ({ result, unread }: Pick<Detail['acceptance'][number], 'result' | 'unread'>): string =>
  result === 'met-where-read'
    ? `met where it could be read; ${unread === 1 ? 'one place was' : `${number(unread)} places were`} not read`
    : result;

function show(terminal: Terminal, { words, title, ...one }: Detail): void {
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
