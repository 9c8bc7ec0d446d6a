import type { z } from 'zod';
import type { Client } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';

export type Action = z.output<Contract['recommendations']['get']['result']>;

/** Recommendations by their ids, or by the names of their entries, which stay the same when they are adopted. */
export const actionsNamed = (
  { recommendations }: Client<Contract>,
  ids: readonly string[],
): Promise<Action[]> => Promise.all(ids.map((id) => recommendations.get({ id })));

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
