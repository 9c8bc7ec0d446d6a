import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { severities, statuses, type Verdict } from '../../shared/model/finding.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/**
 * The verdicts of one check at one place, as columns of numbers. A judgement of a large estate has half a million of
 * them: as rows with indexes they took twenty seconds to write and a third of the file, and judging
 * again 25 s where it takes 4 s with columns (docs/decisions/verdicts-in-columns.md).
 */
export interface Columns {
  /** Row of the resource. */
  resource: Int32Array;
  /** Row of the verdict's text and evidence. */
  content: Int32Array;
  /** 53 bits of a hash of that text: tells without reading it whether a verdict is what it was. */
  digest: Float64Array;
  /** Places in `statuses` and `severities`. */
  status: Uint8Array;
  severity: Uint8Array;
  /** Micros a month, 0 for none; null when no verdict has one. */
  saving: Float64Array | null;
  /** 1 when the saving enters the totals. */
  counted: Uint8Array | null;
  /** Null when no verdict has one. */
  subKey: string[] | null;
}

export interface Chunk {
  check: string;
  columns: Columns;
}

/** What of a verdict is text and evidence; equal ones are stored once. */
export type StoredVerdict = Pick<Verdict, 'reason' | 'parameters' | 'seen' | 'saving' | 'missing'> & {
  /** Row of the list of reads that it rests on: there are few such lists, and many verdicts. */
  reads: number;
};

/** Collects the verdicts of one check at one place. */
export class ColumnsBuilder {
  readonly #resource: number[] = [];
  readonly #content: number[] = [];
  readonly #digest: number[] = [];
  readonly #status: number[] = [];
  readonly #severity: number[] = [];
  readonly #saving: number[] = [];
  readonly #subKey: string[] = [];
  #savings = false;
  #subKeys = false;

  /** Gives the position of the verdict. */
  add(
    resource: number,
    text: { content: number; digest: number },
    verdict: Verdict,
    severity: NonNullable<Verdict['severity']>,
  ): number {
    this.#savings ||= verdict.saving !== undefined;
    this.#subKeys ||= verdict.subKey !== undefined;
    this.#resource.push(resource);
    this.#content.push(text.content);
    this.#digest.push(text.digest);
    this.#status.push(statuses.indexOf(verdict.status));
    this.#severity.push(severities.indexOf(severity));
    this.#saving.push(verdict.saving?.monthly ?? 0);
    this.#subKey.push(verdict.subKey ?? '');
    return this.#resource.length - 1;
  }

  build(): Columns {
    return {
      resource: Int32Array.from(this.#resource),
      content: Int32Array.from(this.#content),
      digest: Float64Array.from(this.#digest),
      status: Uint8Array.from(this.#status),
      severity: Uint8Array.from(this.#severity),
      saving: this.#savings ? Float64Array.from(this.#saving) : null,
      counted: this.#savings ? new Uint8Array(this.#resource.length) : null,
      subKey: this.#subKeys ? this.#subKey : null,
    };
  }
}

/** Writes the chunks of a judgement in the order in which they were judged. Call inside a transaction. */
export function writeVerdicts(
  db: Db<EngagementSchema>,
  judgement: number,
  chunks: readonly Chunk[],
  ruleId: (check: string) => number,
): void {
  const insert = db.prepare('INSERT INTO verdicts (judgement_id, rule_id, columns) VALUES (?, ?, ?)');
  for (const { check, columns } of chunks)
    insert.run(judgement, ruleId(check), zstdCompressSync(serialize(columns)));
}

/** All verdicts of a judgement; a verdict's number is its position. */
export interface Verdicts {
  judgement: number;
  size: number;
  /** Ids of checks; `rule` holds places in it. */
  checks: string[];
  rule: Uint16Array;
  resource: Int32Array;
  content: Int32Array;
  digest: Float64Array;
  status: Uint8Array;
  severity: Uint8Array;
  saving: Float64Array;
  counted: Uint8Array;
  subKey(verdict: number): string;
  /** Where the verdicts of each chunk begin. */
  starts: readonly number[];
}

export function loadVerdicts(db: Db<EngagementSchema>, judgement: number): Verdicts {
  const chunks = db
    .all(
      db.q
        .selectFrom('verdicts')
        .innerJoin('rule', 'rule.id', 'verdicts.rule_id')
        .select(['rule.check_id', 'columns'])
        .where('judgement_id', '=', judgement)
        .orderBy('verdicts.id'),
    )
    .map((row) => ({
      check: row.check_id,
      columns: deserialize(zstdDecompressSync(row.columns)) as Columns,
    }));
  const size = chunks.reduce((sum, { columns }) => sum + columns.resource.length, 0);
  const checks = [...new Set(chunks.map((chunk) => chunk.check))];
  const numbers = new Map(checks.map((check, number) => [check, number]));
  const subKeys = new Map<number, string>();
  const starts: number[] = [];
  const all: Verdicts = {
    judgement,
    size,
    checks,
    rule: new Uint16Array(size),
    resource: new Int32Array(size),
    content: new Int32Array(size),
    digest: new Float64Array(size),
    status: new Uint8Array(size),
    severity: new Uint8Array(size),
    saving: new Float64Array(size),
    counted: new Uint8Array(size),
    subKey: (verdict) => subKeys.get(verdict) ?? '',
    starts,
  };
  let start = 0;
  for (const { check, columns } of chunks) {
    const { length } = columns.resource;
    starts.push(start);
    all.rule.fill(numbers.get(check)!, start, start + length);
    all.resource.set(columns.resource, start);
    all.content.set(columns.content, start);
    all.digest.set(columns.digest, start);
    all.status.set(columns.status, start);
    all.severity.set(columns.severity, start);
    if (columns.saving) all.saving.set(columns.saving, start);
    if (columns.counted) all.counted.set(columns.counted, start);
    for (const [i, subKey] of columns.subKey?.entries() ?? []) if (subKey) subKeys.set(start + i, subKey);
    start += length;
  }
  return all;
}
