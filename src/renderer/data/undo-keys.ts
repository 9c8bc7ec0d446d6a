import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { fieldbook, listen } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { offeredUndo, withdrawUndo } from '../parts/offered-undo.ts';
import { useWords } from '../words.ts';

/**
 * Takes back what was changed last, and does it again, as long as nobody types: what a message offers to take back, such
 * as a setting, else the last step of this session. Says which it was.
 */
export function useUndoKeys(may: () => boolean): void {
  // A message about an earlier change no longer stands for the last one.
  useEffect(() => listen('changed', ({ what }) => what === 'records' && withdrawUndo()), []);
  const { t } = useWords();
  const turn = (what: 'undo' | 'redo') => {
    if (!may()) return;
    const offered = what === 'undo' ? offeredUndo() : null;
    if (offered)
      void offered
        .takeBack()
        .then((back) => back && tell(t('frame.takenBack', { what: offered.what }), undefined, 'history'));
    else
      fieldbook.history[what]({}).then(({ sentence }) => tell(sentence, undefined, 'history'), tellProblem);
  };
  useHotkeys([
    ['mod+Z', () => turn('undo')],
    ['mod+shift+Z', () => turn('redo')],
    ['mod+Y', () => turn('redo')],
  ]);
}

/** A dialog has changes of its own, which are not kept yet. */
export const inDialog = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
