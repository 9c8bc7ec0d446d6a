import type { BrowserWindow, Dialog } from 'electron';
import type { MainWords } from '../words.ts';
import type { JobKind } from './jobs.ts';

export interface Left {
  running: ReadonlySet<JobKind>;
  /** Something was typed and not saved. */
  unsaved: boolean;
}

/** Asks before something is closed over work under way or over what is not saved, and says what becomes of it. True: close it. */
export async function mayLeave(
  dialog: Dialog,
  window: BrowserWindow,
  { running, unsaved }: Left,
  { t }: MainWords,
): Promise<boolean> {
  const kind = running.has('scan') ? 'scan' : running.has('report') ? 'report' : 'unsaved';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t(`leave.${kind}`),
    detail: [t(`leave.${kind}Kept`), ...(unsaved && kind !== 'unsaved' ? [t('leave.unsaved')] : [])].join(
      '\n\n',
    ),
    buttons: [t(`leave.${kind}Stop`), t('leave.stay')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
