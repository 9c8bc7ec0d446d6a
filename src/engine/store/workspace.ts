import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { Db } from './database.ts';
import { type LogoTable, logoTable } from './logo.ts';
import { migrate } from './migrate.ts';
import { workspaceMigrations } from './migrations/workspace.ts';
import type { WorkspaceSchema } from './schema.ts';
import { type Settings, settingsIn } from './settings.ts';

/** What is not a client's, beside all engagements: recent files, preferences, branding. No client data but names. */
export interface Workspace extends Settings {
  readonly path: string;
  /** Where a damaged file was set aside, when that happened on opening. */
  readonly setAside: string | null;
  /** The one opened last comes first. */
  recent(): RecentFile[];
  remember(file: RecentFile): void;
  forget(path: string): void;
  /** The last look at an engagement from this machine; undefined before the first. */
  lastVisit(engagement: string): Visit | undefined;
  visit(engagement: string, snapshot: string | null): void;
  readonly logo: LogoTable;
  close(): void;
}

export interface RecentFile {
  path: string;
  /** Id; null where an earlier Fieldbook opened it, which kept none. */
  engagement: string | null;
  client: string;
  /** ISO 8601. */
  openedAt: string;
}

export interface Visit {
  at: string;
  /** Id of the newest judged snapshot that there was then. */
  snapshot: string | null;
}

/** Those before are forgotten. */
const MOST_RECENT = 20;

/**
 * Opens the workspace, or makes a new one. A file that is damaged is set aside under another name, since no work may
 * hang on a list of recent files and a colour; everything else that stands in the way is an error.
 */
export function openWorkspace(home: string): Workspace {
  const path = join(home, 'workspace.db');
  try {
    return workspaceAt(home, path, null);
  } catch (error) {
    if (!(error instanceof FieldbookError && error.code === 'file-damaged')) throw explained(error, home);
    try {
      return workspaceAt(home, path, setAside(path));
    } catch (again) {
      throw explained(again, home);
    }
  }
}

function workspaceAt(home: string, path: string, aside: string | null): Workspace {
  let db: Db<WorkspaceSchema> | undefined;
  try {
    mkdirSync(home, { recursive: true });
    db = new Db<WorkspaceSchema>(new Database(path, { timeout: 5000 }));
    migrate(db, workspaceMigrations);
    return workspaceIn(db, path, aside);
  } catch (error) {
    db?.close();
    throw error;
  }
}

function setAside(path: string): string {
  let aside = `${path}.damaged`;
  for (let n = 2; existsSync(aside); n++) aside = `${path}.damaged-${n}`;
  renameSync(path, aside);
  // They belong to the file that is gone from there.
  for (const beside of ['-wal', '-shm', '-journal']) rmSync(`${path}${beside}`, { force: true });
  return aside;
}

const workspaceIn = (db: Db<WorkspaceSchema>, path: string, aside: string | null): Workspace => ({
  path,
  setAside: aside,
  ...settingsIn(db),
  logo: logoTable(db, 'logo'),
  recent: () =>
    db.all(
      db.q
        .selectFrom('recent')
        .select(['path', 'engagement_id as engagement', 'client', 'opened_at as openedAt'])
        .orderBy('opened_at', 'desc'),
    ),
  remember({ path: file, engagement, client, openedAt }) {
    const known = { engagement_id: engagement, client, opened_at: openedAt };
    db.run(
      db.q
        .insertInto('recent')
        .values({ path: file, ...known })
        .onConflict((conflict) => conflict.column('path').doUpdateSet(known)),
    );
    const newest = db.q.selectFrom('recent').select('path').orderBy('opened_at', 'desc').limit(MOST_RECENT);
    db.run(db.q.deleteFrom('recent').where('path', 'not in', newest));
  },
  forget(file) {
    db.run(db.q.deleteFrom('recent').where('path', '=', file));
  },
  lastVisit: (engagement) =>
    db.get(db.q.selectFrom('visit').select(['at', 'snapshot']).where('engagement_id', '=', engagement)),
  visit(engagement, snapshot) {
    const at = new Date().toISOString();
    db.run(
      db.q
        .insertInto('visit')
        .values({ engagement_id: engagement, at, snapshot })
        .onConflict((conflict) => conflict.column('engagement_id').doUpdateSet({ at, snapshot })),
    );
  },
  close: () => db.close(),
});

function explained(error: unknown, home: string): unknown {
  if (error instanceof FieldbookError && ['file-from-future', 'disk-full'].includes(error.code)) return error;
  return new FieldbookError(
    'folder-not-writable',
    `The workspace folder ${home} cannot be used: ${(error as Error).message}`,
    'Set FIELDBOOK_HOME to a folder that you may write to.',
    { cause: error, about: home },
  );
}
