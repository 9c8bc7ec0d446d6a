import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { type Aspect, aspects } from '../../shared/model/aspect.ts';
import { aspectName, severityMark } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const checksCommand = (terminal: Terminal): Command =>
  new Command('checks')
    .description('list the checks, or show one with what it reads and needs')
    .argument('[id]')
    .addOption(new Option('--aspect <aspect>').choices([...aspects]))
    .action(async (id: string | undefined, options: { aspect?: Aspect }, command) => {
      const { json } = globals(command);
      const { checks } = await terminal.client.checks.list({});
      if (id) {
        const check = checks.find((one) => one.id === id);
        if (!check)
          throw new FieldbookError(
            'bad-input',
            `There is no check ${id}.`,
            "See 'fieldbook checks' for their ids.",
          );
        if (json) terminal.json(check);
        else {
          terminal.print(`${severityMark(terminal, check.severity)}  ${terminal.style('bold', check.title)}`);
          terminal.print(
            `${check.id}, version ${check.version}, ${aspectName(check.aspect)}\n\n${check.risk}\n`,
          );
          terminal.print(`Judges       ${check.resourceTypes.join(', ')}`);
          terminal.print(`Reads        ${check.reads.join(', ')}`);
          terminal.print(`Needs        ${check.permissions.join(', ')}`);
          if (check.references.length > 0) terminal.print(`Evidence for ${check.references.join(', ')}`);
        }
        return;
      }
      const shown = options.aspect ? checks.filter((check) => check.aspect === options.aspect) : checks;
      if (json) {
        terminal.json(shown);
        return;
      }
      terminal.print(
        table(
          shown.toSorted(
            (a, b) => aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect) || (a.id < b.id ? -1 : 1),
          ),
          [
            { head: 'Check', value: (row) => row.id },
            { head: 'Aspect', value: (row) => aspectName(row.aspect) },
            { head: 'Severity', value: (row) => severityMark(terminal, row.severity) },
            { head: 'What it finds', value: (row) => row.title, flexible: true, second: true },
          ],
          terminal.width,
          (text) => terminal.style('dim', text),
        ),
      );
      terminal.print(`${shown.length} checks.`);
    });
