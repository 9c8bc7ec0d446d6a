import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import type { WindowWords } from '../words.ts';

/** Takes one file out of the list of recent ones, or all, and offers to take that back. */
export const forgetRecent = async ({ t }: WindowWords, path?: string): Promise<void> => {
  try {
    const { files } = await fieldbook.engagement.forgetRecent({ path });
    const [first] = files;
    if (!first) return;
    tell(
      path === undefined
        ? t('start.forgottenAll', { count: files.length })
        : t('start.forgotten', { client: first.client }),
      () => fieldbook.engagement.restoreRecent({ files }),
    );
  } catch (error) {
    tellProblem(error);
  }
};
