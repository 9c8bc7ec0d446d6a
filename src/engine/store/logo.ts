import type { Db } from './database.ts';
import type { EngagementSchema, LogoRow, WorkspaceSchema } from './schema.ts';

export type LogoMediaType = 'image/svg+xml' | 'image/png' | 'image/jpeg';

export interface StoredLogo {
  mediaType: LogoMediaType;
  bytes: Buffer;
}

/** A table of one logo at most. */
export interface LogoTable {
  get(): StoredLogo | null;
  set(logo: StoredLogo | null): void;
}

/** The consultant's logo is in the workspace, the client's in the client's own file. */
export function logoTable(db: Db<WorkspaceSchema>, table: 'logo'): LogoTable;
export function logoTable(db: Db<EngagementSchema>, table: 'client_logo'): LogoTable;
export function logoTable(either: Db<WorkspaceSchema> | Db<EngagementSchema>, table: string): LogoTable {
  const db = either as unknown as Db<Record<string, LogoRow>>;
  return {
    get() {
      const row = db.get(db.q.selectFrom(table).select(['media_type', 'bytes']));
      return row ? { mediaType: row.media_type as LogoMediaType, bytes: row.bytes } : null;
    },
    set: (logo) =>
      db.transaction(() => {
        db.run(db.q.deleteFrom(table));
        if (logo)
          db.run(db.q.insertInto(table).values({ id: 1, media_type: logo.mediaType, bytes: logo.bytes }));
      }),
  };
}
