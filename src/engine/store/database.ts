import type Database from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { translateSqliteError } from './errors.ts';

export type SlowQueryLog = (entry: { sql: string; ms: number }) => void;

const SLOW_MS = 100;

/**
 * One SQLite connection. Queries are built with Kysely and run synchronously, so that nothing interleaves: what
 * stands between two awaits of the caller is one step for every other caller.
 */
export class Db<Schema> {
  /** Builds queries of this schema; run them with `all`, `get` or `run`. */
  readonly q: Kysely<Schema>;
  readonly #sqlite: Database.Database;
  readonly #slow: SlowQueryLog;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(sqlite: Database.Database, slow: SlowQueryLog = () => {}) {
    this.#sqlite = sqlite;
    this.#slow = slow;
    this.q = new Kysely<Schema>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
    });
  }

  get path(): string {
    return this.#sqlite.name;
  }

  get readonly(): boolean {
    return this.#sqlite.readonly;
  }

  all<T>(query: Compilable<T>): T[] {
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#statement(sql).all(...parameters) as T[]);
  }

  get<T>(query: Compilable<T>): T | undefined {
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#statement(sql).get(...parameters) as T | undefined);
  }

  run(query: Compilable<unknown>): Database.RunResult {
    const { sql, parameters } = query.compile();
    return this.#timed(sql, () => this.#statement(sql).run(...parameters));
  }

  /** Streams rows; the connection must not be written to before the loop is over. */
  iterate<T>(query: Compilable<T>): Iterable<T> {
    const { sql, parameters } = query.compile();
    return this.#stream(() => this.#sqlite.prepare(sql).iterate(...parameters) as IterableIterator<T>);
  }

  /** A statement for a hot loop; the caller passes parameters in the order of the question marks. */
  prepare<Row = unknown>(
    sql: string,
  ): {
    run(...p: unknown[]): Database.RunResult;
    get(...p: unknown[]): Row | undefined;
    all(...p: unknown[]): Row[];
  } {
    const statement = this.#statement(sql);
    return {
      run: (...p) => this.#timed(sql, () => statement.run(...p)),
      get: (...p) => this.#timed(sql, () => statement.get(...p) as Row | undefined),
      all: (...p) => this.#timed(sql, () => statement.all(...p) as Row[]),
    };
  }

  /**
   * Streams rows as arrays. Where there are hundreds of thousands this takes less than lists of them, which would all be
   * kept until the last is read. As with `iterate`, nothing may be written meanwhile.
   */
  prepareRaw<Row extends unknown[]>(sql: string): (...p: unknown[]) => Iterable<Row> {
    const statement = this.#sqlite.prepare(sql).raw(true);
    return (...p) => this.#stream(() => statement.iterate(...p) as IterableIterator<Row>);
  }

  exec(sql: string): void {
    this.#timed(sql, () => this.#sqlite.exec(sql));
  }

  pragma(source: string): unknown {
    return this.#timed(source, () => this.#sqlite.pragma(source, { simple: true }));
  }

  /** All or nothing. `work` must be synchronous; a promise is refused. */
  transaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    try {
      return this.#sqlite.transaction(work as () => T).immediate();
    } catch (error) {
      throw translateSqliteError(error, this.path);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      try {
        statement = this.#sqlite.prepare(sql);
      } catch (error) {
        throw translateSqliteError(error, this.path);
      }
      if (this.#statements.size > 500) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  *#stream<T>(rows: () => Iterable<T>): Generator<T> {
    try {
      yield* rows();
    } catch (error) {
      throw translateSqliteError(error, this.path);
    }
  }

  #timed<T>(sql: string, work: () => T): T {
    const started = performance.now();
    try {
      return work();
    } catch (error) {
      throw translateSqliteError(error, this.path);
    } finally {
      const ms = performance.now() - started;
      if (ms > SLOW_MS) this.#slow({ sql, ms });
    }
  }
}
