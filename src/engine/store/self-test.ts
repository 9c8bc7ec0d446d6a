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
