import type { CheckSetting } from '../../shared/model/check-setting.ts';
import type { Session } from '../session.ts';
import { judgementOf } from '../snapshot/list.ts';
import { asItCame, changedSettings, readSettings, writeSettings } from './settings.ts';

/**
 * Keeps settings and judges every judged snapshot by them, newest first, so that comparisons stay between equals.
 * Broken off in the middle, the former settings are put back, and what was judged by the new ones is judged again.
 */
export async function configureChecks(
  session: Session,
  changes: readonly CheckSetting[],
  signal: AbortSignal,
  onProgress: (verdicts: number) => void,
): Promise<{ former: CheckSetting[]; snapshots: number }> {
  const { db } = session;
  const before = readSettings(db);
  const after = changedSettings(before, changes, session.checks);
  const judged = db
    .all(db.q.selectFrom('snapshot').select(['id', 'state']).orderBy('id', 'desc'))
    // One that is being read again is not what it was when it was judged.
    .flatMap(({ id, state }) => (judgementOf(db, id) ? [{ id, again: state === 'complete' }] : []));
  writeSettings(db, after);
  const done: typeof judged = [];
  let verdicts = 0;
  try {
    for (const { id, again } of judged) {
      const earlier = verdicts;
      await session.judge(id, {
        again,
        signal,
        onProgress: (now) => {
          verdicts = earlier + now;
          onProgress(verdicts);
        },
      });
      done.push({ id, again });
    }
  } catch (error) {
    writeSettings(db, before);
    const unstoppable = new AbortController().signal;
    for (const { id, again } of done)
      await session.judge(id, { again, signal: unstoppable, onProgress: () => {} });
    throw error;
  }
  return {
    former: changes.map(({ check }) => before.get(check) ?? asItCame(check)),
    snapshots: judged.length,
  };
}
