import { randomBytes } from 'node:crypto';
import { FieldbookError } from '../shared/contract/errors.ts';
import { type Engagement, engagementSchema } from '../shared/model/engagement.ts';
import { uuidv7 } from '../shared/uuid.ts';
import type { Check } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { readsOf } from './checks/judge.ts';
import { FindingsBoard } from './findings/board.ts';
import { judgeSnapshot, type Rules, rulesDigest } from './findings/judge-snapshot.ts';
import { loadVerdicts, type Verdicts } from './findings/verdicts.ts';
import { loadPricePack } from './pricing/load.ts';
import { priceBook } from './pricing/price-book.ts';
import { judgementOf } from './snapshot/list.ts';
import { type ReadPlan, readPlan } from './snapshot/plan.ts';
import { type OpenOptions, openStore, type Store } from './store/open.ts';

/** The open engagement: its file, its rules, and what is kept in memory of it. */
export class Session {
  readonly store: Store;
  /** Kept for the report worker, which opens the file for itself. */
  readonly passphrase: string;
  readonly checks: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]));
  readonly plan: ReadPlan = readPlan(checks.flatMap((check) => [...readsOf(check)]));
  readonly pricePack = loadPricePack();
  #board: FindingsBoard | undefined;

  private constructor(store: Store, passphrase: string) {
    this.store = store;
    this.passphrase = passphrase;
  }

  static create(
    options: Omit<OpenOptions, 'mode'>,
    engagement: Omit<Engagement, 'id' | 'createdAt'>,
  ): Session {
    const store = openStore({ ...options, mode: 'create' });
    const document: Engagement = { ...engagement, id: uuidv7(), createdAt: new Date().toISOString() };
    store.db.run(
      store.db.q.insertInto('engagement').values({
        id: document.id,
        document: JSON.stringify(document),
        salt: randomBytes(16).toString('hex'),
      }),
    );
    return new Session(store, options.passphrase);
  }

  static open(options: OpenOptions): Session {
    const session = new Session(openStore(options), options.passphrase);
    try {
      session.engagement;
      return session;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  get db(): Store['db'] {
    return this.store.db;
  }

  get engagement(): Engagement {
    const row = this.db.get(this.db.q.selectFrom('engagement').select('document'));
    const parsed = row && engagementSchema.safeParse(JSON.parse(row.document));
    if (!parsed?.success)
      throw new FieldbookError(
        'file-damaged',
        `${this.store.path} holds no engagement that can be read.`,
        `Run 'fieldbook doctor --repair ${this.store.path}', or restore a copy.`,
        { cause: parsed?.error },
      );
    return parsed.data;
  }

  saveEngagement(engagement: Engagement): void {
    this.db.run(this.db.q.updateTable('engagement').set({ document: JSON.stringify(engagement) }));
  }

  get salt(): string {
    return this.db.get(this.db.q.selectFrom('engagement').select('salt'))!.salt;
  }

  get rules(): Rules {
    const settings = this.db.all(this.db.q.selectFrom('check_setting').selectAll());
    const off = new Set(settings.filter((one) => one.off_reason !== null).map((one) => one.check_id));
    return {
      checks: checks.filter((check) => !off.has(check.id)),
      prices: priceBook(this.pricePack),
      tagPolicy: this.engagement.tagPolicy,
      parameters: Object.fromEntries(
        settings.flatMap((one) =>
          one.parameters ? [[one.check_id, JSON.parse(one.parameters) as unknown]] : [],
        ),
      ),
    };
  }

  get rulesDigest(): string {
    return rulesDigest(this.rules);
  }

  get auxiliaryTypes(): string[] {
    return this.plan.listings.filter((listing) => listing.auxiliary).map((listing) => listing.type);
  }

  /** Number of the snapshot with that id; without one, of the newest that has been judged. */
  snapshot(uuid: string | undefined): { id: number; uuid: string; judgement: number } {
    const rows = this.db.all(
      this.db.q.selectFrom('snapshot').select(['id', 'uuid', 'state']).orderBy('id', 'desc'),
    );
    const candidates =
      uuid === undefined ? rows : rows.filter((row) => row.uuid === uuid || row.uuid.endsWith(uuid));
    if (uuid !== undefined && candidates.length !== 1)
      throw new FieldbookError(
        'snapshot-unknown',
        candidates.length === 0 ? `There is no snapshot ${uuid}.` : `More than one snapshot ends in ${uuid}.`,
        `Choose one of: ${rows.map((row) => row.uuid).join(', ') || 'none yet'}.`,
      );
    for (const row of candidates) {
      const judgement = judgementOf(this.db, row.id);
      if (judgement) return { id: row.id, uuid: row.uuid, judgement: judgement.id };
    }
    const newest = candidates[0];
    if (!newest)
      throw new FieldbookError(
        'nothing-scanned',
        'This engagement has no snapshot yet.',
        "Scan an account first: 'fieldbook scan'.",
      );
    throw newest.state === 'cancelled'
      ? new FieldbookError(
          'nothing-scanned',
          'The scan was ended before it was finished, so nothing was judged.',
          "Scan again: 'fieldbook scan'.",
        )
      : new FieldbookError(
          'nothing-scanned',
          'The scan is not finished, so nothing was judged yet.',
          "Go on with it: 'fieldbook resume'.",
        );
  }

  /** Judges a snapshot by the engagement's rules, or by those of some checks. */
  async judge(
    snapshot: number,
    options: { checks?: readonly Check[]; signal: AbortSignal; onProgress: (verdicts: number) => void },
  ): Promise<void> {
    const { rules } = this;
    const { checks = rules.checks, signal, onProgress } = options;
    await judgeSnapshot(this.db, snapshot, { ...rules, checks }, signal, onProgress);
    // The number of the judgement that this one replaces may have been given to it.
    this.#board = undefined;
  }

  /** Findings of a judgement as columns; kept until another judgement is asked for. */
  board(judgement: number): FindingsBoard {
    if (this.#board?.judgement !== judgement) this.#board = new FindingsBoard(this.db, judgement, checks);
    return this.#board;
  }

  /** The verdicts of a judgement. */
  verdicts(judgement: number): Verdicts {
    return this.#board?.judgement === judgement ? this.#board.verdicts : loadVerdicts(this.db, judgement);
  }

  close(): void {
    this.#board = undefined;
    this.store.close();
  }
}
