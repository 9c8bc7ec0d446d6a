import type { Migration } from '../migrate.ts';

export const workspaceMigrations: readonly Migration[] = [
  {
    name: 'preferences and recent files',
    sql: `
CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE recent (path TEXT PRIMARY KEY, client TEXT NOT NULL, opened_at TEXT NOT NULL) STRICT;
`,
  },
];
