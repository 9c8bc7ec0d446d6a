import Database from 'better-sqlite3';

/** Throws when the database or its encryption does not run on this machine. */
export function assertStoreRuns(): void {
  const sqlite = new Database(':memory:');
  try {
    const answer = sqlite.pragma("cipher = 'sqlcipher'") as unknown[];
    if (answer.length === 0) throw new Error('the database was built without encryption');
    sqlite.prepare('SELECT 1').get();
  } finally {
    sqlite.close();
  }
}

/** Versions of SQLite and of the encryption that is built into it. */
export function storeVersions(): { sqlite: string; cipher: string } {
  const sqlite = new Database(':memory:');
  try {
    return sqlite.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS cipher').get() as {
      sqlite: string;
      cipher: string;
    };
  } finally {
    sqlite.close();
  }
}
