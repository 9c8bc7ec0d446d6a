import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';

/**
 * Does something at once, says so and offers to take it back. True when it was done.
 * @param subject of which only the last message stays
 */
export async function change(
  work: () => Promise<{ step: string }>,
  message: string,
  subject?: string,
): Promise<boolean> {
  try {
    const { step } = await work();
    tell(message, () => fieldbook.history.undo({ step }), subject);
    return true;
  } catch (error) {
    tellProblem(error);
    return false;
  }
}
