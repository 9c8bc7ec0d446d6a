import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { asFieldbookError } from '../../shared/contract/errors.ts';

interface Undoable {
  work: () => Promise<unknown>;
  undo: () => Promise<unknown>;
  done: string;
  undone: string;
  label: string;
  close: string;
  failed: (message: string) => void;
}

/** Does it at once, and offers for ten seconds to take it back, in place of a question before. */
export async function undoable({ work, undo, done, undone, label, close, failed }: Undoable): Promise<void> {
  const attempt = async (step: () => Promise<unknown>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      const { message, next } = asFieldbookError(error);
      failed(`${message} ${next}`);
      return false;
    }
  };
  if (!(await attempt(work))) return;
  const id = notifications.show({
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': close },
    message: (
      <>
        {done}{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={async () => {
            notifications.hide(id);
            if (await attempt(undo))
              notifications.show({ message: undone, closeButtonProps: { 'aria-label': close } });
          }}
        >
          {label}
        </Button>
      </>
    ),
  });
}
