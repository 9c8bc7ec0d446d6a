import { asFieldbookError } from '../../shared/contract/errors.ts';
import { dropDraftsOfEngagement } from '../data/draft.ts';
import { mayDiscard } from '../data/unsaved.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';

/** Another window, with an engine of its own. */
export const newWindow = (): Promise<unknown> => fieldbook.desktop.newWindow({}).catch(tellProblem);

/** Closes what is open; the window learns of it from the engine's event. */
export async function closeEngagement(): Promise<void> {
  if (!(await mayDiscard())) return;
  await fieldbook.engagement.close({}).catch((error: unknown) => {
    // The engine went away: nothing is open there any more.
    if (asFieldbookError(error).code !== 'engine-lost') throw error;
  });
  dropDraftsOfEngagement();
}
