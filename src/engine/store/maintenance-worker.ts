import { parentPort, workerData } from 'node:worker_threads';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { Db } from './database.ts';
import { translateSqliteError } from './errors.ts';
import { checkIntegrity, connect } from './open.ts';
import type { EngagementSchema } from './schema.ts';

interface OnFile {
  path: string;
  passphrase: string;
}
export type MaintenanceTask =
  | ({ task: 'sizes' } & OnFile)
  | ({ task: 'verify' } & OnFile)
  | ({ task: 'compact' } & OnFile)
  | ({ task: 'backup'; target: string } & OnFile);

export interface SnapshotSize {
  snapshot: number;
  own: number;
  shared: number;
}

export type FromMaintenance = { value: unknown } | { error: ErrorData };

/** Entry of the thread: one piece of work on a whole file, then it ends. */
const task = workerData as MaintenanceTask;
let answer: FromMaintenance;
try {
  answer = { value: run(task) };
} catch (error) {
  answer = { error: asFieldbookError(translateSqliteError(error, task.path)).toData() };
}
parentPort!.postMessage(answer);

function run(task: MaintenanceTask): unknown {
  if (task.task === 'sizes') return sizes(task.path, task.passphrase);
  if (task.task === 'verify') return verify(task.path, task.passphrase);
  const sqlite = connect(task.path, task.passphrase, 'write');
  try {
    // Nothing of it in a temporary file.
    sqlite.pragma('temp_store = MEMORY');
    if (task.task === 'compact') {
      sqlite.exec('VACUUM');
      return null;
    }
    // SQLite's own backup would write the copy without a key; this way it has the same one.
    sqlite.prepare('VACUUM INTO ?').run(task.target);
  } finally {
    sqlite.close();
  }
  const problems = verify(task.target, task.passphrase);
  if (problems.length > 0) throw new Error(`The copy cannot be used: ${problems.join('; ')}`);
  return null;
}

function verify(path: string, passphrase: string): string[] {
  const db = new Db<EngagementSchema>(connect(path, passphrase, 'read'));
  try {
    return checkIntegrity(db);
  } finally {
    db.close();
  }
}

function sizes(path: string, passphrase: string): SnapshotSize[] {
  const sqlite = connect(path, passphrase, 'read');
  try {
    return sqlite
      .prepare(
        `WITH shown AS (SELECT DISTINCT snapshot_id, content_id FROM snapshot_resource),
              body AS (SELECT content_id, count(*) AS snapshots FROM shown GROUP BY content_id)
         SELECT shown.snapshot_id AS snapshot,
                sum(iif(body.snapshots = 1, octet_length(content.body), 0)) AS own,
                sum(iif(body.snapshots > 1, octet_length(content.body), 0)) AS shared
         FROM shown JOIN body USING (content_id) JOIN content ON content.id = shown.content_id
         GROUP BY shown.snapshot_id`,
      )
      .all() as SnapshotSize[];
  } finally {
    sqlite.close();
  }
}
