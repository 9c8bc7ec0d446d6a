import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';

/** Takes a piece away from what it spoke for, and says so with its undo; the piece itself stays. */
export function useUnlink() {
  const { t } = useWords();
  return async (piece: string, { kind, id }: EvidenceLink): Promise<void> => {
    try {
      const { step } = await fieldbook.evidence.unlink({ id: piece, link: { kind, id } });
      tell(t('evidence.unlinked'), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
}
