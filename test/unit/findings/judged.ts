import { join } from 'node:path';
import { ColumnsBuilder, writeVerdicts } from '../../../src/engine/findings/verdicts.ts';
import { contentStore, dictionary } from '../../../src/engine/store/content.ts';
import { openStore, type Store } from '../../../src/engine/store/open.ts';
import type { Severity, Status } from '../../../src/shared/model/finding.ts';

export interface SomeResource {
  account: string;
  region: string;
  type: string;
  name: string;
  arn: string;
}

/** A finding as the board should see it; its number is its place in the list. */
export interface SomeFinding {
  check: string;
  /** Place in the list of resources. */
  resource: number;
  status: Status;
  severity: Severity;
  /** Micros a month; null for none. */
  saving: number | null;
  counted: boolean;
  subKey: string;
}

/** An engagement file that knows these resources. */
export function storeWith(folder: string, resources: readonly SomeResource[]): Store {
  const store = openStore({
    path: join(folder, 'board.fieldbook'),
    passphrase: 'correct horse',
    mode: 'create',
  });
  const { db } = store;
  db.transaction(() => {
    const typeId = dictionary(db, 'resource_type');
    const account = db.prepare('INSERT OR IGNORE INTO account (aws_id, name) VALUES (?, ?)');
    const insert = db.prepare(
      'INSERT INTO resource (id, account_id, region, type_id, arn, name) SELECT ?, id, ?, ?, ?, ? FROM account WHERE aws_id = ?',
    );
    for (const [index, one] of resources.entries()) {
      account.run(one.account, one.account);
      insert.run(index + 1, one.region, typeId(one.type), one.arn, one.name, one.account);
    }
  });
  return store;
}

/** Keeps the findings as a judgement would, those of one check in a row as one chunk; gives its number. */
export function judgementWith({ db }: Store, findings: readonly SomeFinding[]): number {
  return db.transaction(() => {
    const key = crypto.randomUUID();
    const snapshot = db.run(
      db.q.insertInto('snapshot').values({
        uuid: key,
        state: 'complete',
        started_at: '2026-11-02T08:00:00.000Z',
        finished_at: null,
        plan: '{"reads":[]}',
        note: '',
        paused: null,
      }),
    ).lastInsertRowid;
    const judgement = Number(
      db.run(
        db.q.insertInto('judgement').values({
          uuid: key,
          snapshot_id: Number(snapshot),
          rules: '',
          price_date: '2026-11-01',
          judged_at: '2026-11-02T08:00:00.000Z',
          summary: '{}',
        }),
      ).lastInsertRowid,
    );
    const content = contentStore(db);
    const chunks: { check: string; builder: ColumnsBuilder; counted: boolean[] }[] = [];
    for (const { check, resource, status, severity, saving, counted, subKey } of findings) {
      if (chunks.at(-1)?.check !== check) chunks.push({ check, builder: new ColumnsBuilder(), counted: [] });
      const chunk = chunks.at(-1)!;
      chunk.counted.push(counted);
      const verdict = {
        status,
        reason: 'because',
        ...(saving !== null && { saving: { monthly: saving } as never }),
        ...(subKey && { subKey }),
      };
      chunk.builder.add(resource + 1, { content: content.put('because'), digest: 0 }, verdict, severity);
    }
    const built = chunks.map(({ check, builder, counted }) => {
      const columns = builder.build();
      for (const [i, yes] of counted.entries()) if (yes) columns.counted![i] = 1;
      return { check, columns };
    });
    writeVerdicts(db, judgement, built, dictionary(db, 'rule'));
    return judgement;
  });
}
