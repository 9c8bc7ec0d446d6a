import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import { show, tellProblem } from './notify.tsx';

/** Says in passing that something was done, or was not. */
export function useTell() {
  const { t } = useWords();
  const closeButtonProps = { 'aria-label': t('common.close') };
  return {
    /** Gives its id, to hide it by. */
    done: (message: ReactNode, autoClose?: number) =>
      show({ message, closeButtonProps, ...(autoClose !== undefined && { autoClose }) }),
    failed: tellProblem,
  };
}
