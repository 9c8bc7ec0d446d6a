import type { Client } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import type { Phase } from '../shared/model/engagement.ts';

export const kindNames = {
  assessment: 'Assessment',
  suggestions: 'Suggestions',
  implementation: 'Implementation and support',
} as const;

/** A phase without a name of its own is called after its kind. */
export const phaseName = ({ name, kind }: Pick<Phase, 'name' | 'kind'>): string => name || kindNames[kind];

/** Whether it is an id or the end of one, as tables show it; a number of one or two digits is no end of an id. */
const isEndOf = (wanted: string, id: string): boolean =>
  wanted === id || (wanted.length >= 4 && id.endsWith(wanted));

/** The one phase that is meant by a name, the end of an id, or its number in the order. */
export function phaseNamed<P extends Phase>(phases: readonly P[], wanted: string): P {
  const words = wanted.toLowerCase();
  const found = [
    phases.filter((one) => phaseName(one).toLowerCase() === words),
    phases.filter((_, at) => String(at + 1) === wanted),
    phases.filter((one) => isEndOf(wanted, one.id)),
  ].find(({ length }) => length > 0);
  if (found?.length === 1) return found[0]!;
  throw new FieldbookError(
    'bad-input',
    found ? `More than one phase is called ${wanted}.` : `There is no phase ${wanted}.`,
    `Name one by its number: ${phases.map((one, at) => `${at + 1} ${phaseName(one)}`).join(', ') || 'there are none yet'}.`,
  );
}

/** The milestone of a closed phase by its name or id; anything else is the id of a snapshot and stays as it is. */
export async function snapshotOrMilestone(
  { phases }: Client<Contract>,
  wanted: string | undefined,
): Promise<string | undefined> {
  if (wanted === undefined) return undefined;
  const closed = (await phases.list({})).phases.flatMap(({ milestone }) => milestone ?? []);
  const found = closed.filter(
    ({ id, phase }) => isEndOf(wanted, id) || phaseName(phase).toLowerCase() === wanted.toLowerCase(),
  );
  return found.length === 1 ? found[0]!.id : wanted;
}
