import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import { useWords } from '../words.ts';

/** Says in passing that something was done, or was not. */
export function useTell() {
  const { t } = useWords();
  const closeButtonProps = { 'aria-label': t('common.close') };
  return {
    /** Gives its id, to hide it by. */
    done: (message: ReactNode, autoClose?: number) =>
      notifications.show({ message, closeButtonProps, ...(autoClose !== undefined && { autoClose }) }),
    failed(error: unknown) {
      const { message, next } = asFieldbookError(error);
      notifications.show({ color: 'red', title: message, message: next, closeButtonProps });
    },
  };
}
