import { rename, rm, writeFile } from 'node:fs/promises';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/model/languages.ts';
import { type ReportKind, reportKinds } from '../../shared/model/report.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { asWriteError } from '../exchange/write-table.ts';
import type { Session } from '../session.ts';
import type { Db } from '../store/database.ts';
import { sha256Of } from '../store/maintenance.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** A report as it was written. */
export interface MadeReport {
  kind: ReportKind;
  snapshot: number;
  rules: string;
  language: Language;
  file: string;
  pages: number;
  sha256: string;
}

/** The PDF appears under its name only when it is whole. */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const partial = `${target}.part`;
  try {
    await writeFile(partial, bytes, { mode: 0o600 });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
}

/** Notes a report in its engagement; one that is open read-only keeps no notes. */
export function note(session: Session, made: MadeReport): void {
  const { db, store } = session;
  if (store.readonly) return;
  const { kind, snapshot, rules, language, file, pages, sha256 } = made;
  db.run(
    db.q.insertInto('report').values({
      uuid: uuidv7(),
      snapshot_id: snapshot,
      kind,
      made_at: session.now().toISOString(),
      rules,
      language,
      file,
      pages,
      sha256,
    }),
  );
}

/** What was made, newest first. Each file is read and compared with what was written. */
export async function madeReports({ db }: Session, offset: number, limit: number) {
  const rows = db.all(
    db.q
      .selectFrom('report')
      .innerJoin('snapshot', 'snapshot.id', 'report.snapshot_id')
      .select(['report.uuid', 'kind', 'language', 'made_at', 'file', 'pages', 'sha256'])
      .select(['snapshot.uuid as snapshot', 'snapshot.started_at'])
      .orderBy('report.uuid', 'desc')
      .offset(offset)
      .limit(limit),
  );
  const counted = db.get(db.q.selectFrom('report').select(({ fn }) => fn.countAll<number>().as('reports')));
  const deliveries = db.all(
    db.q
      .selectFrom('report_delivery')
      .selectAll()
      .where(
        'report',
        'in',
        rows.map(({ uuid }) => uuid),
      )
      .orderBy('delivered_on')
      .orderBy('uuid'),
  );
  return {
    total: counted?.reports ?? 0,
    reports: await Promise.all(
      rows.map(async (row) => ({
        id: row.uuid,
        kind: row.kind,
        language: row.language,
        snapshot: { id: row.snapshot, startedAt: row.started_at },
        madeAt: row.made_at,
        path: row.file,
        pages: row.pages,
        sha256: row.sha256,
        file: await compared(row.file, row.sha256),
        deliveries: deliveries
          .filter(({ report }) => report === row.uuid)
          .map(({ uuid, recipient, delivered_on }) => ({ id: uuid, to: recipient, at: delivered_on })),
      })),
    ),
  };
}

/** How many of each kind were made. */
export function reportsMade(db: Db<EngagementSchema>): Record<ReportKind, number> {
  const rows = db.all(
    db.q
      .selectFrom('report')
      .select(['kind', ({ fn }) => fn.countAll<number>().as('made')])
      .groupBy('kind'),
  );
  return { ...noReports, ...Object.fromEntries(rows.map(({ kind, made }) => [kind, made])) };
}
const noReports = Object.fromEntries(reportKinds.map((kind) => [kind, 0])) as Record<ReportKind, number>;

async function compared(file: string, sha256: string) {
  try {
    return (await sha256Of(file)) === sha256 ? ('unchanged' as const) : ('changed' as const);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? ('missing' as const)
      : ('unreadable' as const);
  }
}

export function deliver({ db }: Session, report: string, to: string, day: string): string {
  if (!db.get(db.q.selectFrom('report').select('uuid').where('uuid', '=', report)))
    throw new FieldbookError('report-unknown', 'There is no such report here.', 'Choose one of the list.');
  const uuid = uuidv7();
  db.run(db.q.insertInto('report_delivery').values({ uuid, report, recipient: to, delivered_on: day }));
  return uuid;
}

export function withdrawDelivery({ db }: Session, delivery: string): void {
  db.run(db.q.deleteFrom('report_delivery').where('uuid', '=', delivery));
}
