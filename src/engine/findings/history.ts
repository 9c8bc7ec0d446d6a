import { type Severity, type Status, severities, statuses } from '../../shared/model/finding.ts';
import { judgementOf } from '../snapshot/list.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { loadVerdicts } from './verdicts.ts';

/** What a judged snapshot said of one finding. */
export interface Past {
  snapshot: string;
  startedAt: string;
  /** Null when the snapshot has no such finding: the resource was not there, or the check was not asked. */
  status: Status | null;
  severity: Severity | null;
  /** Micros a month. */
  saving: number | null;
}

/** One finding in every judged snapshot, oldest first: the same check, resource and sub-key. */
export function historyOf(
  db: Db<EngagementSchema>,
  { check, resource, subKey }: { check: string; resource: number; subKey: string },
): Past[] {
  return db
    .all(
      db.q
        .selectFrom('snapshot')
        .select(['id', 'uuid', 'started_at'])
        .where('deleted_at', 'is', null)
        .orderBy('id'),
    )
    .flatMap(({ id, uuid, started_at }) => {
      const judgement = judgementOf(db, id);
      if (!judgement) return [];
      const verdicts = loadVerdicts(db, judgement.id, check);
      const at = verdicts.resource.findIndex(
        (one, number) => one === resource && verdicts.subKey(number) === subKey,
      );
      const found = at >= 0;
      return {
        snapshot: uuid,
        startedAt: started_at,
        status: found ? statuses[verdicts.status[at]!]! : null,
        severity: found ? severities[verdicts.severity[at]!]! : null,
        saving: found && verdicts.saving[at]! > 0 ? verdicts.saving[at]! : null,
      };
    });
}
