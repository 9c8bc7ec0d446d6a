import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import type { Preferences } from '../preferences.ts';
import type { MainWords } from '../words.ts';
import type { JobKind, JobsOptions } from './jobs.ts';

/** Work that took less than this was waited for, in seconds. */
const LONG = 10;

/** Shows a window's long work where the system shows such things: dock or task bar, notification, no falling asleep. */
export function showWork(window: BrowserWindow, preferences: Preferences, { t }: MainWords): JobsOptions {
  let blocker: number | undefined;
  return {
    onChange(running, share) {
      const scanning = running.has('scan');
      if (scanning && blocker === undefined) blocker = powerSaveBlocker.start('prevent-app-suspension');
      else if (!scanning && blocker !== undefined) {
        powerSaveBlocker.stop(blocker);
        blocker = undefined;
      }
      // Electron draws what is above 1 as work without a known end, and what is below 0 not at all.
      if (!window.isDestroyed()) window.setProgressBar(running.size === 0 ? -1 : (share ?? 2));
    },
    onEnd(kind, { well, seconds }) {
      if (seconds < LONG || !preferences.value.notifications) return;
      if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
      // No client's name: it would be seen on a locked screen.
      const note = new Notification({ title: 'Fieldbook', body: t(sentence(kind, well)) });
      note.on('click', () => {
        if (window.isDestroyed()) return;
        window.show();
        window.focus();
      });
      note.show();
    },
  };
}

const sentence = (kind: JobKind, well: boolean) =>
  ({
    scan: well ? ('ended.scanDone' as const) : ('ended.scanFailed' as const),
    report: well ? ('ended.reportDone' as const) : ('ended.reportFailed' as const),
  })[kind];
