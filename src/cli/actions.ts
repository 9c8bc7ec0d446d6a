import type { z } from 'zod';
import type { Client } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';

export type Action = z.output<Contract['recommendations']['list']['result']>['actions'][number];

/** Recommendations by their ids, or by what the library calls them, which stays the same when they are adopted. */
export async function actionsNamed(
  { recommendations }: Client<Contract>,
  ids: readonly string[],
): Promise<Action[]> {
  const { actions } = await recommendations.list({});
  const named = (id: string) =>
    actions.find((one) => one.id === id) ?? actions.find((one) => one.library === id);
  // Of one that is not there the engine says why.
  return Promise.all(ids.map(async (id) => named(id) ?? (await recommendations.get({ id }))));
}

/** One that is to be worked on; what was not adopted, or was turned down, is not. */
export async function adoptedNamed(client: Client<Contract>, id: string): Promise<Action> {
  const [action] = await actionsNamed(client, [id]);
  if (action!.state === 'adopted') return action!;
  throw action!.state === 'proposed'
    ? new FieldbookError(
        'bad-input',
        `'${action!.title}' is a proposal that nobody has adopted.`,
        `Adopt it first: fieldbook recommendations --adopt ${action!.id}`,
      )
    : new FieldbookError(
        'bad-input',
        `'${action!.title}' was dismissed: ${action!.dismissed}`,
        `Take that back first: fieldbook recommendations --restore ${action!.id}`,
      );
}
