import type { JsonValue } from '../../shared/model/json.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** One change of one record. */
export interface JournalEntry {
  id: number;
  step: string;
  at: string;
  who: string;
  what: string;
  kind: string;
  record: string;
  before: JsonValue;
  after: JsonValue;
  undoes: string | null;
}

/** The audit trail, newest first: of all, or of one kind or record. */
export function journalPage(
  db: Db<EngagementSchema>,
  query: { kind?: string | undefined; record?: string | undefined },
  window: { offset: number; limit: number },
): { total: number; entries: JournalEntry[] } {
  let base = db.q.selectFrom('journal');
  if (query.kind) base = base.where('kind', '=', query.kind);
  if (query.record) base = base.where('record', '=', query.record);
  const total = db.get(base.select(({ fn }) => fn.countAll<number>().as('n')))!.n;
  const rows = db.all(base.selectAll().orderBy('id', 'desc').limit(window.limit).offset(window.offset));
  const document = (text: string | null) => (text === null ? null : (JSON.parse(text) as JsonValue));
  return {
    total,
    entries: rows.map((row) => ({ ...row, before: document(row.before), after: document(row.after) })),
  };
}
