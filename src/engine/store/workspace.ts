import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FieldbookError } from '../../shared/contract/errors.ts';
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
  const file = join(home, 'workspace.db');
  let db: Db<WorkspaceSchema> | undefined;
  try {
    mkdirSync(home, { recursive: true });
    db = new Db<WorkspaceSchema>(new Database(file, { timeout: 5000 }));
    migrate(db, workspaceMigrations);
    return workspaceIn(db);
  } catch (error) {
    db?.close();
    throw explained(error, home, file);
  }
}

const workspaceIn = (db: Db<WorkspaceSchema>): Workspace => {
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
};

/** The file is not worth a repair: a new one lacks the list of recent files, and no more. */
function explained(error: unknown, home: string, file: string): unknown {
  if (error instanceof FieldbookError && error.code === 'file-damaged')
    return new FieldbookError(
      'file-damaged',
      `${file} is damaged.`,
      'Delete it: it holds the list of recent files and nothing of a client, and a new one is made.',
      { cause: error },
    );
  if (error instanceof FieldbookError && ['file-from-future', 'disk-full'].includes(error.code)) return error;
  return new FieldbookError(
    'folder-not-writable',
    `The workspace folder ${home} cannot be used: ${(error as Error).message}`,
    'Set FIELDBOOK_HOME to a folder that you may write to.',
    { cause: error },
  );
}
