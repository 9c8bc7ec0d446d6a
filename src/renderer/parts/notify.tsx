import { Button } from '@mantine/core';
import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import { type WindowWords, windowWords } from '../words.ts';
import { explain } from './explain.ts';
import { offerUndo, withdrawUndo } from './offered-undo.ts';

/** Messages stand outside of the pages and their words: these are of the language that the document is in. */
const withWords = (say: (words: WindowWords) => void): void =>
  void windowWords(document.documentElement.lang, undefined).then(say);

const closing = ({ t }: WindowWords) => ({
  withCloseButton: true,
  closeButtonProps: { 'aria-label': t('common.close') },
});

/** Messages that stand at once. */
export const MESSAGES = 4;

/** The oldest makes room: a message that has to wait for it is read too late, and its undo is not to be had. */
export function show(message: NotificationData): string {
  const { notifications: shown, queue } = notificationsStore.getState();
  const [oldest] = shown;
  if (oldest?.id && shown.length + queue.length >= MESSAGES) notifications.hide(oldest.id);
  return notifications.show(message);
}

/** The message that stands for a subject now. */
const latest = new Map<string, string>();

/** Says that something was done, and takes it back when asked to; of one subject only the last message stays. */
export const tell = (message: string, undo?: () => Promise<unknown>, subject?: string): void =>
  withWords((words) => {
    const id = crypto.randomUUID();
    if (subject !== undefined) {
      const before = latest.get(subject);
      if (before !== undefined) notifications.hide(before);
      latest.set(subject, id);
    }
    const takeBack = () => {
      notifications.hide(id);
      return undo!().then(
        () => true,
        (error: unknown) => {
          tellProblem(error);
          return false;
        },
      );
    };
    const offer = { what: message, takeBack };
    if (undo) offerUndo(offer);
    show({
      id,
      ...closing(words),
      message: undo ? (
        <span className="undoable">
          {message}
          <Button size="compact-xs" onClick={() => void takeBack()}>
            {words.t('common.undo')}
          </Button>
        </span>
      ) : (
        message
      ),
      ...(undo && { autoClose: 10_000, onClose: () => withdrawUndo(offer) }),
    });
  });

/** Says why something was not done. */
export function tellProblem(error: unknown): void {
  const problem = asFieldbookError(error);
  if (problem.code === 'cancelled') return;
  withWords((words) => {
    const { what, next, named, language } = explain(problem, words);
    show({
      ...closing(words),
      message: (
        <>
          {what} {next}
          {named && (
            <div className="secondary small" lang={language}>
              {named}
            </div>
          )}
        </>
      ),
      color: 'red',
      autoClose: 12_000,
    });
  });
}
