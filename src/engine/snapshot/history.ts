import { FieldbookError } from '../../shared/contract/errors.ts';
import { cannot } from '../cannot.ts';
import { loadVerdicts } from '../findings/verdicts.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

type Engagement = Db<EngagementSchema>;

export function setNote(db: Engagement, uuid: string, note: string): void {
  change(db, uuid, { note });
}

/** Puts a snapshot aside. It is no longer shown, and `purgeDeleted` makes it go. */
export function deleteSnapshot(db: Engagement, uuid: string, now: Date): void {
  const { id } = snapshotRow(db, uuid);
  if (db.get(db.q.selectFrom('milestone').select('id').where('snapshot_id', '=', id)))
    throw cannot('bad-input', 'scans.snapshotKept');
  change(db, uuid, { deleted_at: now.toISOString() });
}

export function restoreSnapshot(db: Engagement, uuid: string): void {
  change(db, uuid, { deleted_at: null });
}

function change(db: Engagement, uuid: string, values: { note?: string; deleted_at?: string | null }): void {
  const { changes } = db.run(db.q.updateTable('snapshot').set(values).where('uuid', '=', uuid));
  if (changes === 0) throw snapshotUnknown(uuid);
}

/** The row of a snapshot by its id. */
export function snapshotRow(db: Engagement, uuid: string): { id: number } {
  const row = db.get(db.q.selectFrom('snapshot').select('id').where('uuid', '=', uuid));
  if (!row) throw snapshotUnknown(uuid);
  return row;
}

/** Removes for good what was deleted, with the bodies of resources that nothing else shows. */
export function purgeDeleted(db: Engagement): void {
  const gone = db.all(db.q.selectFrom('snapshot').select('id').where('deleted_at', 'is not', null));
  if (gone.length === 0) return;
  db.transaction(() => {
    const bodies: number[] = [];
    for (const { id } of gone) {
      for (const body of ownBodies(db, id)) bodies.push(body);
      db.run(db.q.deleteFrom('snapshot').where('id', '=', id));
    }
    const kept = contentOfVerdicts(db);
    const remove = db.prepare('DELETE FROM content WHERE id = ?');
    for (const body of bodies) if (!kept.has(body)) remove.run(body);
  });
}

/**
 * Bodies that this snapshot alone shows. Objects only: lists of reads, which verdicts refer to from within their
 * text, are arrays.
 */
const ownBodies = (db: Engagement, snapshot: number): number[] =>
  db
    .prepare<{ id: number }>(
      `SELECT id FROM content
       WHERE id IN (SELECT content_id FROM snapshot_resource WHERE snapshot_id = ?)
         AND id NOT IN (SELECT content_id FROM snapshot_resource WHERE snapshot_id <> ?)
         AND substr(body, 1, 1) = '{'`,
    )
    .all(snapshot, snapshot)
    .map(({ id }) => id);

/** A body and the text of a verdict that read alike are one row. */
function contentOfVerdicts(db: Engagement): Set<number> {
  const ids = new Set<number>();
  for (const { id } of db.all(db.q.selectFrom('judgement').select('id')))
    for (const content of loadVerdicts(db, id).content) ids.add(content);
  return ids;
}

const snapshotUnknown = (uuid: string): FieldbookError =>
  new FieldbookError(
    'snapshot-unknown',
    `There is no snapshot ${uuid}.`,
    'It may have been deleted meanwhile.',
  );
