import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { CheckSetting } from '../shared/model/check-setting.ts';
import { type Engagement, engagementSchema } from '../shared/model/engagement.ts';
import { recordKinds } from '../shared/model/records/index.ts';
import { uuidv7 } from '../shared/uuid.ts';
import type { Check } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { readsOf } from './checks/judge.ts';
import { monthlyCost } from './collectors/cost-explorer.ts';
import { KeptComparison } from './compare/keep.ts';
import type { Decided } from './decisions/decided.ts';
import { DecidedJudgements } from './decisions/keep.ts';
import { purgeBytes } from './evidence/purge.ts';
import { FindingsBoard } from './findings/board.ts';
import { judgeSnapshot } from './findings/judge-snapshot.ts';
import { judgesOtherwise, keptRulesOf, rulesToKeep } from './findings/kept-rules.ts';
import { type Rules, rulesDigest } from './findings/rules.ts';
import { applySettings, readSettings } from './findings/settings.ts';
import { loadVerdicts, type Verdicts } from './findings/verdicts.ts';
import { frozenRecords } from './phases/milestones.ts';
import { loadPricePack } from './pricing/load.ts';
import { priceBook } from './pricing/price-book.ts';
import { Records } from './records/records.ts';
import { ResourceBoard } from './resources/board.ts';
import { chooseJudged, newestJudged } from './snapshot/choose.ts';
import { purgeDeleted } from './snapshot/history.ts';
import { type Judged, judgementOf } from './snapshot/list.ts';
import { type ReadPlan, readPlan } from './snapshot/plan.ts';
import { type LogoTable, logoTable } from './store/logo.ts';
import { lockAnew } from './store/maintenance.ts';
import { type OpenOptions, openStore, type Store } from './store/open.ts';

/** What an engagement has from around it: who is at the machine, and the clock. */
export interface Surroundings {
  /** Undefined or empty: the engagement's consultant. */
  person?: () => string | null | undefined;
  /** The day, `YYYY-MM-DD` in UTC. */
  today?: () => string;
}

/** The open engagement: its file, its rules, and what is kept in memory of it. */
export class Session {
  readonly store: Store;
  #passphrase: string;
  readonly checks: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]));
  readonly plan: ReadPlan = readPlan([...checks.flatMap((check) => [...readsOf(check)]), monthlyCost]);
  readonly pricePack = loadPricePack();
  /** What people write into the engagement. */
  readonly records: Records<typeof recordKinds>;
  #board: FindingsBoard | undefined;
  #resources: ResourceBoard | undefined;
  readonly compared = new KeptComparison(this);
  readonly #decided: DecidedJudgements;
  readonly #surroundings: Surroundings;
  /** Milliseconds by which its clock is ahead of the real one; other than 0 only while the sample is written. */
  #ahead = 0;
  /** Records of milestones that were looked at. */
  readonly #frozen = new Map<string, readonly unknown[]>();

  private constructor(store: Store, passphrase: string, surroundings: Surroundings) {
    this.store = store;
    this.#passphrase = passphrase;
    this.#surroundings = surroundings;
    this.#decided = new DecidedJudgements(store.db, this.plan);
    this.records = new Records(
      store.db,
      recordKinds,
      () => this.person,
      () => this.now(),
    );
  }

  static create(
    options: Omit<OpenOptions, 'mode'>,
    engagement: Omit<Engagement, 'id' | 'createdAt'>,
    surroundings: Surroundings = {},
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
    return new Session(store, options.passphrase, surroundings);
  }

  static open(options: OpenOptions, surroundings: Surroundings = {}): Session {
    const session = new Session(openStore(options), options.passphrase, surroundings);
    try {
      session.engagement;
      return session;
    } catch (error) {
      session.store.close();
      throw error;
    }
  }

  /** Who is at this machine. */
  get person(): string {
    return this.#surroundings.person?.() || this.engagement.consultant;
  }

  /** The day on which decisions are asked whether they hold. */
  get today(): string {
    return this.#surroundings.today?.() ?? this.now().toISOString().slice(0, 10);
  }

  /** When something happens in this engagement. */
  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** Lets the clock of the sample engagement go on from a moment; null: from the real one. */
  setClock(at: string | null): void {
    if (!this.engagement.sample)
      throw new FieldbookError(
        'bad-input',
        'The time of this engagement is that of the clock.',
        'Only the sample engagement, which is invented, has a time of its own.',
      );
    this.#ahead = at === null ? 0 : Date.parse(at) - Date.now();
  }

  /** Kept for threads, which open the file for themselves. */
  get passphrase(): string {
    return this.#passphrase;
  }

  /** Locks the file with another passphrase. */
  changePassphrase(passphrase: string): void {
    lockAnew(this.store, passphrase);
    this.#passphrase = passphrase;
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

  /** The client's logo. */
  get logo(): LogoTable {
    return logoTable(this.db, 'client_logo');
  }

  get salt(): string {
    return this.db.get(this.db.q.selectFrom('engagement').select('salt'))!.salt;
  }

  /** What snapshots are judged by: the checks as the engagement has set them. */
  get rules(): Rules {
    return this.rulesWith(readSettings(this.db));
  }

  /** The same under other settings. */
  rulesWith(settings: ReadonlyMap<string, CheckSetting>): Rules {
    return {
      ...applySettings(checks, settings),
      prices: priceBook(this.pricePack),
      tagPolicy: this.engagement.tagPolicy,
    };
  }

  get rulesDigest(): string {
    return rulesDigest(this.rules);
  }

  get auxiliaryTypes(): string[] {
    return this.plan.listings.filter((listing) => listing.auxiliary).map((listing) => listing.type);
  }

  /** The snapshot with that id, or the one that a milestone froze; without an id, the newest that has been judged. */
  snapshot(uuid: string | undefined): Judged {
    return chooseJudged(this.db, uuid);
  }

  /**
   * Judges a snapshot by the engagement's rules, or by those of some checks. `again`: the snapshot is what it was at its
   * last judgement, so only what the rules of now may change is judged anew.
   */
  async judge(
    snapshot: number,
    options: {
      checks?: readonly Check[];
      again?: boolean;
      signal: AbortSignal;
      onProgress: (verdicts: number) => void;
    },
  ): Promise<void> {
    const rules = { ...this.rules, ...(options.checks && { checks: options.checks }) };
    const last = options.again ? judgementOf(this.db, snapshot) : undefined;
    const otherwise = last
      ? judgesOtherwise(keptRulesOf(this.db, last.id), rulesToKeep(rules), this.checks)
      : undefined;
    await judgeSnapshot(this.db, snapshot, rules, options.signal, options.onProgress, otherwise);
    // The number of the judgement that this one replaces may have been given to it.
    this.#board = undefined;
    this.#resources = undefined;
    this.compared.forget();
    this.#decided.forget();
  }

  /** Findings of a judged snapshot as columns; kept until another one is asked for. */
  board(judged: Judged): FindingsBoard {
    if (this.#board?.judgement !== judged.judgement)
      this.#board = new FindingsBoard(this.db, judged.judgement, checks);
    this.#board.decide(this.#decidedOf(judged, this.#board.verdicts));
    return this.#board;
  }

  /** The same of the newest judgement; undefined before there is one. */
  newestBoard(): FindingsBoard | undefined {
    const judged = newestJudged(this.db);
    return judged && this.board(judged);
  }

  /** Resources of a judged snapshot as columns; kept likewise. */
  resources(judged: Judged): ResourceBoard {
    if (this.#resources?.judgement !== judged.judgement)
      this.#resources = new ResourceBoard(this.db, judged.id, this.plan, this.board(judged).verdicts);
    return this.#resources;
  }

  /** What was decided of the verdicts of a judged snapshot, as of today, or of the day of its milestone. */
  decided(judged: Judged): Decided {
    return this.#decidedOf(
      judged,
      this.#decided.verdicts(judged.judgement) ?? this.verdicts(judged.judgement),
    );
  }

  #decidedOf(judged: Judged, verdicts: Verdicts): Decided {
    return this.#decided.of(verdicts, this.documents('decision', judged), this.dayOf(judged));
  }

  /** The day on which its decisions are asked whether they hold. */
  dayOf({ milestone }: Judged): string {
    return milestone?.at.slice(0, 10) ?? this.today;
  }

  /** The records of a kind that there are, or that there were at the milestone; those never change. */
  documents<K extends keyof typeof recordKinds>(
    kind: K,
    { milestone }: Pick<Judged, 'milestone'>,
  ): readonly z.output<(typeof recordKinds)[K]>[] {
    if (!milestone) return this.records.all(kind);
    const key = `${milestone.id} ${kind}`;
    const known =
      this.#frozen.get(key) ??
      frozenRecords(this.db, milestone.id, kind).map((one) => recordKinds[kind].parse(one));
    this.#frozen.set(key, known);
    return known as z.output<(typeof recordKinds)[K]>[];
  }

  /** The verdicts of a judgement. */
  verdicts(judgement: number): Verdicts {
    return this.#board?.judgement === judgement ? this.#board.verdicts : loadVerdicts(this.db, judgement);
  }

  close(): void {
    this.#board = undefined;
    this.#resources = undefined;
    this.compared.forget();
    try {
      if (!this.store.readonly) {
        purgeDeleted(this.db);
        purgeBytes(this.db);
      }
    } finally {
      this.store.close();
    }
  }
}
