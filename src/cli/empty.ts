import type { Command } from 'commander';
import { FieldbookError } from '../shared/contract/errors.ts';

/**
 * What is empty is no value, unless some <text> is asked for that may be left out: as a rule it is a variable that a
 * script never set, and to go on as if it had not been named would answer another question.
 */
export function refuseEmpty(program: Command): void {
  refuseEmptyOptions(program);
  program.hook('preAction', (_, { args, registeredArguments }) => {
    for (const [at, argument] of registeredArguments.entries())
      if (args[at] !== undefined && isEmpty(args[at])) throw empty(argument.name(), argument.required);
  });
}

function refuseEmptyOptions(command: Command): void {
  for (const { flags, long, mandatory } of command.options)
    if (mandatory || !flags.endsWith('<text>'))
      command.on(`option:${long!.slice(2)}`, (value: string | null) => {
        if (value !== null && isEmpty(value)) throw empty(long!, mandatory);
      });
  command.commands.forEach(refuseEmptyOptions);
}

/** A list of nothing is empty, too. */
const isEmpty = (value: string): boolean => /^[\s,]*$/.test(value);

const empty = (name: string, needed: boolean): FieldbookError =>
  new FieldbookError(
    'bad-input',
    `Nothing is given as ${name}: its value is empty.`,
    `${needed ? 'Write its value' : 'Write its value, or leave it out'}. In a script, see whether a variable was never set.`,
  );
