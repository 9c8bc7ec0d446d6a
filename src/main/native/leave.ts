import type { BrowserWindow, Dialog } from 'electron';
import type { MainWords } from '../words.ts';
import type { JobKind } from './jobs.ts';

/** Asks before a window with work under way is closed, and says what becomes of that work. True: close it. */
export async function mayLeave(
  dialog: Dialog,
  window: BrowserWindow,
  running: ReadonlySet<JobKind>,
  { t }: MainWords,
): Promise<boolean> {
  const kind = running.has('scan') ? 'scan' : 'report';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t(`leave.${kind}`),
    detail: t(`leave.${kind}Kept`),
    buttons: [t(`leave.${kind}Stop`), t('leave.stay')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
