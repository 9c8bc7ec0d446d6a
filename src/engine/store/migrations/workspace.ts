import type { Migration } from '../migrate.ts';

export const workspaceMigrations: readonly Migration[] = [
  {
    name: 'preferences and recent files',
    sql: `
CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE recent (path TEXT PRIMARY KEY, client TEXT NOT NULL, opened_at TEXT NOT NULL) STRICT;
`,
  },
  {
    name: 'visits',
    sql: `
CREATE TABLE visit (engagement_id TEXT PRIMARY KEY, at TEXT NOT NULL, snapshot TEXT) STRICT;
`,
  },
  {
    name: 'logo of the consultant',
    sql: `
CREATE TABLE logo (id INTEGER PRIMARY KEY CHECK (id = 1), media_type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
`,
  },
  {
    name: 'recent files know their engagement',
    sql: `
ALTER TABLE recent ADD COLUMN engagement_id TEXT;
`,
  },
];
