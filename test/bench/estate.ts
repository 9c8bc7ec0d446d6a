/** Scans the generated 100,000-resource estate; memory is sampled while it runs. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Limiter } from '../../src/engine/aws/limiter.ts';
import { patience } from '../../src/engine/aws/patience.ts';
import { checks } from '../../src/engine/checks/index.ts';
import { readsOf } from '../../src/engine/checks/judge.ts';
import { sampleEstate } from '../../src/engine/sample/index.ts';
import { Session } from '../../src/engine/session.ts';
import { startScan } from '../../src/engine/snapshot/scan.ts';
import type { Store } from '../../src/engine/store/open.ts';
import { scopeSchema } from '../../src/shared/model/scan.ts';
import { sampleTagPolicy } from '../support/sample.ts';

export const RESOURCES = 100_000;
export const PASSPHRASE = 'benchmark passphrase';
export const reads = [...new Set(checks.flatMap((check) => [...readsOf(check)]))];

export const fileIn = (folder: string): string => join(folder, 'large.fieldbook');

/** Scans the estate, of which `change` is another share than before. */
export async function scanLarge(store: Store, change: number, resources = RESOURCES): Promise<void> {
  const estate = sampleEstate({ state: 'before', scale: resources, change });
  await startScan(
    scopeSchema.parse({
      profiles: ['sample:before'],
      organization: { roleName: 'FieldbookAudit' },
      regions: estate.regions,
    }),
    {
      db: store.db,
      gateway: estate.gateway,
      reads,
      salt: 'salt',
      signal: new AbortController().signal,
      now: estate.takenAt,
      limiter: new Limiter(patience.clock, 1000),
    },
  );
}

export const judgeLarge = (session: Session, snapshot: number): Promise<void> =>
  session.judge(snapshot, { signal: new AbortController().signal, onProgress: () => {} });

/** Bytes of the file once everything in the write-ahead log is in it. */
export function bytesOf(store: Store): number {
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  return statSync(store.path).size;
}

/** An engagement for the generated estate, before anything is scanned. */
export const emptyEngagement = (path: string): Session =>
  Session.create(
    { path, passphrase: PASSPHRASE },
    {
      client: 'Acme Health',
      consultant: 'Ana Ruiz',
      scope: '',
      language: 'en',
      currency: 'USD',
      tagPolicy: sampleTagPolicy,
      people: [],
      sample: false,
      phases: [],
    },
  );
