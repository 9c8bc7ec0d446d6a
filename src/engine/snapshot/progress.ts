import type { ScanProgress } from '../../shared/model/scan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { countTasks } from './queue.ts';

/** Counts in memory and tells at most ten times a second. */
export function progressOf(
  db: Db<EngagementSchema>,
  snapshot: number,
  uuid: string,
  onProgress: ((progress: ScanProgress) => void) | undefined,
) {
  let calls = db.get(
    db.q
      .selectFrom('call_log')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('snapshot_id', '=', snapshot),
  )!.n;
  let resources = 0;
  let last: string | null = null;
  let told = 0;
  const report = (state: ScanProgress['state']) => {
    told = performance.now();
    onProgress?.({ snapshot: uuid, state, ...countTasks(db, snapshot), resources, calls, last });
  };
  return {
    report,
    called: () => {
      calls++;
    },
    page: (read: string, fresh: number) => {
      last = read;
      resources += fresh;
      if (performance.now() - told > 100) report('running');
    },
  };
}
