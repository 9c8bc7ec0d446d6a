import type { z } from 'zod';
import { FieldbookError, misfit } from '../../shared/contract/errors.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

export type Kinds = Record<string, z.ZodType<{ id: string }>>;
type Doc<K extends Kinds, N extends keyof K> = z.output<K[N]>;

/** What a step may change. A document is checked against its kind before it is written. */
export interface Changes<K extends Kinds> {
  put<N extends keyof K & string>(kind: N, document: z.input<K[N]>): Doc<K, N>;
  remove<N extends keyof K & string>(kind: N, id: string): void;
}

export interface StepOptions {
  /**
   * Typing comes in many small saves: a step with the same key as the last one, within two seconds of it, becomes part
   * of that one.
   */
  merge?: string;
}

interface Last {
  step: string;
  merge: string;
  at: number;
}

const MERGE_MS = 2000;

/**
 * Documents that people write, with every change in the journal. Kept in memory once they were read: there are
 * thousands of them, not millions. Changes are made in steps: all or nothing, undone as one.
 */
export class Records<K extends Kinds> {
  readonly #db: Db<EngagementSchema>;
  readonly #kinds: K;
  readonly #who: () => string;
  readonly #now: () => Date;
  readonly #cache = new Map<string, Map<string, { id: string }>>();
  #version: unknown;
  #last: Last | undefined;
  /** Steps of this session that can be taken back, and those that were. */
  readonly #done: string[] = [];
  readonly #undone: string[] = [];

  constructor(db: Db<EngagementSchema>, kinds: K, who: () => string, now: () => Date = () => new Date()) {
    this.#db = db;
    this.#kinds = kinds;
    this.#who = who;
    this.#now = now;
  }

  get<N extends keyof K & string>(kind: N, id: string): Doc<K, N> | undefined {
    return this.#of(kind).get(id) as Doc<K, N> | undefined;
  }

  /** All documents of a kind, in the order in which they were made. */
  all<N extends keyof K & string>(kind: N): Doc<K, N>[] {
    return [...this.#of(kind).values()] as Doc<K, N>[];
  }

  /** One action: all of it or nothing. Gives the id of the step, by which it can be undone. */
  step<T>(
    what: string,
    work: (changes: Changes<K>) => T,
    options: StepOptions = {},
  ): { step: string; result: T; kinds: string[] } {
    return this.#write(what, work, options, null);
  }

  /** Takes a step back: the given one, else the last of this session that was not taken back yet. */
  undo(step?: string): { step: string; undone: string; kinds: string[] } {
    const wanted = step ?? this.#done.at(-1);
    if (wanted === undefined) throw nothingTo('undo');
    const made = this.#reverse(wanted, 'undo');
    remove(this.#done, wanted);
    this.#undone.push(wanted);
    return { ...made, undone: wanted };
  }

  /** Does again what was undone last in this session. */
  redo(): { step: string; kinds: string[] } {
    const undone = this.#undone.at(-1);
    if (undone === undefined) throw nothingTo('redo');
    const reversal = this.#db.get(
      this.#db.q.selectFrom('journal').select('step').where('undoes', '=', undone).orderBy('id', 'desc'),
    )!.step;
    const made = this.#reverse(reversal, 'redo');
    this.#undone.pop();
    this.#done.push(made.step);
    return made;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  #reverse(step: string, what: 'undo' | 'redo'): { step: string; kinds: string[] } {
    const rows = this.#db.all(
      this.#db.q.selectFrom('journal').selectAll().where('step', '=', step).orderBy('id', 'desc'),
    );
    if (rows.length === 0) throw nothingTo(what);
    return this.#write(
      what,
      (changes) => {
        for (const row of rows) {
          if (this.#stored(row.kind, row.record) !== row.after)
            throw new FieldbookError(
              'changed-since',
              'This cannot be taken back any more: it was changed again since.',
              'Change it by hand; the audit trail shows what it was.',
            );
          if (row.before === null) changes.remove(row.kind, row.record);
          else changes.put(row.kind, JSON.parse(row.before) as z.input<K[string]>);
        }
      },
      {},
      step,
    );
  }

  #write<T>(
    what: string,
    work: (changes: Changes<K>) => T,
    { merge }: StepOptions,
    undoes: string | null,
  ): { step: string; result: T; kinds: string[] } {
    const now = this.#now();
    const last = this.#last;
    const merges =
      merge !== undefined &&
      last?.merge === merge &&
      now.getTime() - last.at < MERGE_MS &&
      this.#done.at(-1) === last.step;
    const step = merges ? last.step : uuidv7(now.getTime());
    const kinds = new Set<string>();
    const touched: { kind: string; id: string; document: { id: string } | undefined }[] = [];
    const write = (kind: string, id: string, document: { id: string } | undefined) => {
      const before = this.#stored(kind, id);
      const after = document ? JSON.stringify(document) : null;
      if (before === after) return;
      kinds.add(kind);
      this.#save(kind, id, after);
      this.#note({ step, at: now.toISOString(), what, kind, record: id, before, after, undoes }, merges);
      touched.push({ kind, id, document });
    };
    const result = this.#db.transaction(
      () =>
        work({
          put: (kind, input) => {
            const document = checked(this.#kinds[kind]!, input);
            write(kind, document.id, document);
            return document as never;
          },
          remove: (kind, id) => write(kind, id, undefined),
        }) as never,
    ) as T;
    for (const { kind, id, document } of touched) this.#remember(kind, id, document);
    if (undoes === null && kinds.size > 0 && !merges) {
      this.#done.push(step);
      this.#undone.length = 0;
    }
    this.#last = merge === undefined ? undefined : { step, merge, at: now.getTime() };
    return { step, result, kinds: [...kinds] };
  }

  #note(row: Omit<EngagementSchema['journal'], 'id' | 'who'>, merges: boolean): void {
    const { q } = this.#db;
    const known =
      merges &&
      this.#db.get(
        q
          .selectFrom('journal')
          .select('id')
          .where('step', '=', row.step)
          .where('kind', '=', row.kind)
          .where('record', '=', row.record),
      );
    if (known)
      this.#db.run(q.updateTable('journal').set({ after: row.after, at: row.at }).where('id', '=', known.id));
    else this.#db.run(q.insertInto('journal').values({ ...row, who: this.#who() }));
  }

  #save(kind: string, id: string, document: string | null): void {
    const { q } = this.#db;
    this.#db.run(
      document === null
        ? q.deleteFrom('record').where('kind', '=', kind).where('id', '=', id)
        : q
            .insertInto('record')
            .values({ kind, id, document })
            .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ document })),
    );
  }

  #stored(kind: string, id: string): string | null {
    const { q } = this.#db;
    const row = this.#db.get(
      q.selectFrom('record').select('document').where('kind', '=', kind).where('id', '=', id),
    );
    return row?.document ?? null;
  }

  #remember(kind: string, id: string, document: { id: string } | undefined): void {
    const known = this.#cache.get(kind);
    if (!known) return;
    if (document) known.set(id, document);
    else known.delete(id);
  }

  #of(kind: string): Map<string, { id: string }> {
    this.#forgetWhatOthersWrote();
    let known = this.#cache.get(kind);
    if (!known) {
      const rows = this.#db.all(
        this.#db.q.selectFrom('record').select(['id', 'document']).where('kind', '=', kind).orderBy('id'),
      );
      // Parsed, so that a document of an older version gets the defaults of what is newer in its kind.
      known = new Map(rows.map((row) => [row.id, this.#kinds[kind]!.parse(JSON.parse(row.document))]));
      this.#cache.set(kind, known);
    }
    return known;
  }

  /** Only a file that is open for reading alone can be written by somebody else. */
  #forgetWhatOthersWrote(): void {
    if (!this.#db.readonly) return;
    const version = this.#db.pragma('data_version');
    if (version !== this.#version) this.#cache.clear();
    this.#version = version;
  }
}

function checked(kind: z.ZodType<{ id: string }>, input: unknown): { id: string } {
  const parsed = kind.safeParse(input);
  if (parsed.success) return parsed.data;
  throw misfit(parsed.error, input);
}

function remove<T>(list: T[], value: T): void {
  const at = list.lastIndexOf(value);
  if (at >= 0) list.splice(at, 1);
}

const nothingTo = (what: 'undo' | 'redo'): FieldbookError =>
  cannot('bad-input', what === 'undo' ? 'history.nothingToUndo' : 'history.nothingToRedo');
