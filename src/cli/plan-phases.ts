import { Argument, Command, Option } from 'commander';
import { FieldbookError } from '../shared/contract/errors.ts';
import { type Phase, type PhaseKind, phaseKinds } from '../shared/model/engagement.ts';
import { uuidv7 } from '../shared/uuid.ts';
import { dayOf, dayOrNone, noneAsNull } from './format.ts';
import { phaseName, phaseNamed } from './milestones.ts';
import { globals, type Terminal } from './terminal.ts';

interface Planned {
  kind?: PhaseKind;
  name?: string;
  from?: string;
  to?: string;
  before?: string;
}

export const addPhaseCommand = (terminal: Terminal): Command =>
  new Command('add')
    .description('plan one more phase, after those there are')
    .addArgument(new Argument('<kind>', 'what is done in it').choices([...phaseKinds]))
    .option('--name <text>', 'otherwise it is called after its kind')
    .addOption(new Option('--from <day>', 'first day, such as 2027-01-11').argParser(dayOf))
    .addOption(new Option('--to <day>', 'last day').argParser(dayOf))
    .option('--before <name>', 'name or number of the phase that it goes before')
    .action(async (kind: PhaseKind, options: Planned, command: Command) => {
      await terminal.openEngagement(command, 'write');
      const added = { id: uuidv7(), kind, name: '', from: null, to: null, closedAt: null };
      const phases = await phasesNow(terminal);
      await save(
        terminal,
        command,
        placed([...phases, changed(added, options)], added.id, options),
        added.id,
      );
    });

export const planPhaseCommand = (terminal: Terminal): Command =>
  new Command('plan')
    .description('change an open phase; what is left out stays')
    .argument('<name>', 'name or number of the phase')
    .addOption(new Option('--kind <kind>', 'what is done in it').choices([...phaseKinds]))
    .option('--name <text>', "what it is called; '' calls it after its kind")
    .addOption(new Option('--from <day>', "first day, such as 2027-01-11, or 'none'").argParser(dayOrNone))
    .addOption(new Option('--to <day>', "last day, or 'none'").argParser(dayOrNone))
    .option('--before <name>', 'name or number of the phase that it goes before')
    .action(async (wanted: string, options: Planned, command: Command) => {
      if (Object.keys(options).length === 0)
        throw new FieldbookError(
          'bad-input',
          'What is changed of it was not said.',
          'Such as: fieldbook phases plan 2 --from 2027-01-11 --to 2027-02-26',
        );
      await terminal.openEngagement(command, 'write');
      const phases = await phasesNow(terminal);
      const { id } = openPhase(phases, wanted);
      const after = phases.map((one) => (one.id === id ? changed(one, options) : one));
      await save(terminal, command, placed(after, id, options), id);
    });

export const removePhaseCommand = (terminal: Terminal): Command =>
  new Command('remove')
    .description('take out an open phase that is not carried out')
    .argument('<name>', 'name or number of the phase')
    .action(async (wanted: string, _options, command: Command) => {
      await terminal.openEngagement(command, 'write');
      const phases = await phasesNow(terminal);
      const gone = openPhase(phases, wanted);
      const saved = await terminal.client.phases.save({ phases: phases.filter((one) => one !== gone) });
      if (globals(command).json) terminal.json(saved);
      else terminal.print(`${phaseName(gone)} was taken out.`);
    });

async function phasesNow({ client }: Terminal): Promise<Phase[]> {
  return (await client.phases.list({})).phases.map(({ milestone: _, ...phase }) => phase);
}

function openPhase(phases: readonly Phase[], wanted: string): Phase {
  const phase = phaseNamed(phases, wanted);
  if (phase.closedAt === null) return phase;
  throw new FieldbookError(
    'bad-input',
    `${phaseName(phase)} is closed, and stays as it was.`,
    "Change one of the phases after it; 'fieldbook phases' lists them.",
  );
}

const changed = (phase: Phase, { kind, name, from, to }: Planned): Phase => ({
  ...phase,
  ...(kind && { kind }),
  ...(name !== undefined && { name }),
  ...(from !== undefined && { from: noneAsNull(from) }),
  ...(to !== undefined && { to: noneAsNull(to) }),
});

/** The phases with that one before the one that is named. */
function placed(phases: readonly Phase[], id: string, { before }: Planned): Phase[] {
  if (before === undefined) return [...phases];
  const others = phases.filter((one) => one.id !== id);
  const at = others.indexOf(openPhase(others, before));
  return others.toSpliced(at, 0, phases.find((one) => one.id === id)!);
}

async function save(terminal: Terminal, command: Command, phases: Phase[], id: string): Promise<void> {
  const saved = await terminal.client.phases.save({ phases });
  if (globals(command).json) {
    terminal.json(saved);
    return;
  }
  const at = saved.phases.findIndex((one) => one.id === id);
  const { from, to, ...phase } = saved.phases[at]!;
  const days = from || to ? `${from ?? '…'} to ${to ?? '…'}` : 'no dates yet';
  terminal.print(`Phase ${at + 1} of ${saved.phases.length}: ${phaseName(phase)}, ${days}.`);
}
