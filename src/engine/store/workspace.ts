import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Db } from './database.ts';
import { migrate } from './migrate.ts';
import { workspaceMigrations } from './migrations/workspace.ts';
import type { WorkspaceSchema } from './schema.ts';

/** What is not a client's, beside all engagements: recent files and preferences. Holds no client data but names. */
export interface Workspace {
  recent(): { path: string; client: string; openedAt: string }[];
  remember(path: string, client: string): void;
  forget(path: string): void;
  close(): void;
}

const MOST_RECENT = 20;

export function openWorkspace(home: string): Workspace {
  mkdirSync(home, { recursive: true });
  const db = new Db<WorkspaceSchema>(new Database(join(home, 'workspace.db'), { timeout: 5000 }));
  db.pragma('journal_mode = WAL');
  migrate(db, workspaceMigrations);
  return {
    recent: () =>
      db.all(
        db.q
          .selectFrom('recent')
          .select(['path', 'client', 'opened_at as openedAt'])
          .orderBy('opened_at', 'desc')
          .limit(MOST_RECENT),
      ),
    remember(path, client) {
      const openedAt = new Date().toISOString();
      db.run(
        db.q
          .insertInto('recent')
          .values({ path, client, opened_at: openedAt })
          .onConflict((conflict) => conflict.column('path').doUpdateSet({ client, opened_at: openedAt })),
      );
    },
    forget(path) {
      db.run(db.q.deleteFrom('recent').where('path', '=', path));
    },
    close: () => db.close(),
  };
}
