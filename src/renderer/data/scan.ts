import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { asFieldbookError, type ErrorCode, FieldbookError } from '../../shared/contract/errors.ts';
import type { Pace } from '../../shared/model/scan.ts';
import { fieldbook } from '../fieldbook.ts';
import { show } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { runJob } from './jobs.ts';
import { goingOn } from './next-engine.ts';
import { ask } from './query.ts';

/** The scan that runs in the engine: whoever began it, and whatever became of the page that did. */
export const useUnderWay = () => useQuery(ask('scan', 'underWay', {})).data ?? null;

/**
 * Makes a job of the scan under way, also of one that a window before this one began; says when it is done. When its
 * engine is lost, the next one goes on with it at the same pace.
 */
export function useScanJob(): void {
  const { t } = useWords();
  const underWay = useUnderWay();
  const running = underWay?.snapshot;
  const pace = useRef<Pace>('normal');
  useEffect(() => {
    if (underWay) pace.current = underWay.pace;
  }, [underWay]);
  useEffect(() => {
    if (running === undefined || followed.has(running)) return;
    followed.add(running);
    void follow(running, () => pace.current)
      .then(({ ok, planned }) =>
        show({
          message: t('scans.toast.done', { ok, planned }),
          closeButtonProps: { 'aria-label': t('common.close') },
        }),
      )
      // The job keeps the error, and the page says why the scan waits.
      .catch((error: unknown) => asFieldbookError(error))
      .finally(() => followed.delete(running));
  }, [running, t]);
}
const followed = new Set<string>();

const follow = (running: string, pace: () => Pace) =>
  runJob('scan', '/scans', async (signal) => {
    // Cancelling the job pauses the scan; what was read is kept.
    signal.addEventListener('abort', () => void fieldbook.scan.pause({}), { once: true });
    const { pause, ...snapshot } = await goingOn(
      signal,
      () => endOf(running),
      () => endOf(running, () => fieldbook.scan.carryOn({ pace: pace() })),
    );
    if (pause) throw new FieldbookError(pause.code as ErrorCode, pause.message, pause.next);
    return snapshot.reads;
  });

/** It may have come to its end before anybody waited for it. */
async function endOf(running: string, first?: () => Promise<unknown>) {
  try {
    await first?.();
    return (await fieldbook.scan.wait({})).snapshot;
  } catch (error) {
    const ended = asFieldbookError(error);
    if (ended.code !== 'nothing-to-resume') throw ended;
    const found = (await fieldbook.scan.list({})).snapshots.find(({ id }) => id === running);
    if (!found) throw ended;
    return found;
  }
}
