import type { JsonValue } from '../../shared/model/json.ts';
import { type Milestone, milestoneSchema } from '../../shared/model/milestone.ts';
import type { Judged } from '../snapshot/list.ts';
import { contentStore } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Milestones in the order in which phases were closed. */
export const milestones = (db: Db<EngagementSchema>): Milestone[] =>
  db
    .all(db.q.selectFrom('milestone').select('document').orderBy('id'))
    .map((row) => milestoneSchema.parse(JSON.parse(row.document)));

/** The snapshot and the judgement that a milestone rests on; undefined when there is no such milestone, or none of both. */
export function frozenSnapshot(db: Db<EngagementSchema>, milestone: string): Judged | undefined {
  const row = db.get(
    db.q
      .selectFrom('milestone')
      .innerJoin('snapshot', 'snapshot.id', 'milestone.snapshot_id')
      .select(['snapshot.id', 'snapshot.uuid', 'milestone.judgement_id as judgement', 'milestone.document'])
      .where('milestone.uuid', '=', milestone),
  );
  if (!row || row.judgement === null) return undefined;
  const { closedAt } = milestoneSchema.parse(JSON.parse(row.document));
  const { id, uuid, judgement } = row;
  return { id, uuid, judgement, milestone: { id: milestone, at: closedAt } };
}

/** Writes a milestone with all records as they are. Call inside a transaction. */
export function freeze(
  db: Db<EngagementSchema>,
  milestone: Milestone,
  rests: { snapshot: number; judgement: number } | null,
): void {
  const id = Number(
    db.run(
      db.q.insertInto('milestone').values({
        uuid: milestone.id,
        phase: milestone.phase.id,
        snapshot_id: rests?.snapshot ?? null,
        judgement_id: rests?.judgement ?? null,
        document: JSON.stringify(milestone),
      }),
    ).lastInsertRowid,
  );
  const content = contentStore(db);
  for (const { kind, id: record, document } of db.all(db.q.selectFrom('record').selectAll()))
    db.run(
      db.q
        .insertInto('milestone_record')
        .values({ milestone_id: id, kind, id: record, content_id: content.put(document) }),
    );
}

/** Documents of a kind as they were at a milestone. */
export const frozenRecords = (db: Db<EngagementSchema>, milestone: string, kind: string): JsonValue[] =>
  db
    .all(
      db.q
        .selectFrom('milestone_record')
        .innerJoin('milestone', 'milestone.id', 'milestone_record.milestone_id')
        .innerJoin('content', 'content.id', 'milestone_record.content_id')
        .select('content.body')
        .where('milestone.uuid', '=', milestone)
        .where('milestone_record.kind', '=', kind)
        .orderBy('milestone_record.id'),
    )
    .map((row) => JSON.parse(row.body) as JsonValue);

/** Documents of a kind as they are now. */
export const documentsOf = (db: Db<EngagementSchema>, kind: string): JsonValue[] =>
  db
    .all(db.q.selectFrom('record').select('document').where('kind', '=', kind).orderBy('id'))
    .map((row) => JSON.parse(row.document) as JsonValue);
