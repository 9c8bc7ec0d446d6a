import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ChecklistItem } from '../../shared/model/checklist.ts';
import { type Language, languages } from '../../shared/model/languages.ts';
import type { Answer } from '../../shared/model/records/answer.ts';
import type {
  Checklist,
  ItemWords,
  OwnTemplate,
  TemplateWords,
} from '../../shared/model/records/checklist.ts';
import { cannot } from '../cannot.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Session } from '../session.ts';
import { blockedBy } from './dependencies.ts';
import { levelOf } from './level.ts';
import { overrideOf } from './override.ts';
import { type Proposal, propose } from './proposal.ts';

/** Words in the language that is asked for, else in one that there is. */
export function wordsIn({ words }: Pick<OwnTemplate, 'words'>, language: Language): TemplateWords {
  const found = words[language] ?? languages.map((one) => words[one]).find((one) => one !== undefined);
  if (!found) throw new Error('A template without words');
  return found;
}

/** The checklists of an engagement as they are at this moment, with answers and what the scan proposes. */
export class Book {
  readonly checklists: readonly Checklist[];
  readonly items: ReadonlyMap<string, ChecklistItem>;
  readonly #home = new Map<string, Checklist>();
  readonly #session: Session;
  readonly #language: Language;
  readonly #snapshot: string | undefined;
  #proposals: { snapshot: string; of: (item: ChecklistItem) => Proposal | null } | null | undefined;

  constructor(session: Session, language: Language, snapshot?: string) {
    this.#session = session;
    this.#language = language;
    this.#snapshot = snapshot;
    this.checklists = session.records.all('checklist');
    for (const checklist of this.checklists)
      for (const { id } of checklist.template.items) this.#home.set(id, checklist);
    this.items = new Map(
      this.checklists.flatMap(({ template }) => template.items.map((item) => [item.id, item])),
    );
  }

  checklist(id: string): Checklist {
    const found = this.checklists.find((one) => one.id === id);
    if (!found) throw cannot('bad-input', 'checklists.unknown', { id });
    return found;
  }

  item(id: string): ChecklistItem {
    const found = this.items.get(id);
    if (!found) throw cannot('bad-input', 'checklists.itemUnknown', { id });
    return found;
  }

  answer(id: string): Answer | undefined {
    return this.#session.records.get('answer', id);
  }

  home(item: string): Checklist {
    return this.#home.get(item)!;
  }

  words(checklist: Pick<OwnTemplate, 'words'>): TemplateWords {
    return wordsIn(checklist, this.#language);
  }

  wordsOf(item: string): ItemWords {
    return this.words(this.home(item)).items[item]!;
  }

  /** Id of the judged snapshot that proposals rest on; null when there is none. */
  get snapshot(): string | null {
    return this.#judged()?.snapshot ?? null;
  }

  proposal(item: ChecklistItem): Proposal | null {
    return item.checks.length === 0 ? null : (this.#judged()?.of(item) ?? null);
  }

  state(item: ChecklistItem) {
    const answer = this.answer(item.id) ?? null;
    const proposal = this.proposal(item);
    const blocked = blockedBy(item, this.items, (id) => this.answer(id));
    const was = answer?.notApplicable ? undefined : answer?.proposed?.level;
    const now = proposal?.level ?? null;
    const level = answer?.notApplicable ? null : levelOf(item, answer ?? undefined);
    return {
      item: item.id,
      checklist: this.home(item.id).id,
      answer,
      level,
      proposal,
      differs: was !== undefined && proposal !== null && was !== now ? { was, now } : null,
      override: overrideOf(answer, level, now),
      blocked: blocked && { ...blocked, question: this.wordsOf(blocked.item).question },
    };
  }

  /** Items of a checklist, or of all, whose answers override the scan and say nowhere why. */
  unreasoned(checklist?: string): ChecklistItem[] {
    return [...this.items.values()].filter((item) => {
      if (checklist !== undefined && this.home(item.id).id !== checklist) return false;
      const answer = this.answer(item.id);
      if (!answer || answer.notApplicable) return false;
      const now = this.proposal(item)?.level ?? null;
      return overrideOf(answer, levelOf(item, answer), now)?.reasoned === false;
    });
  }

  /** Items whose answers decide nothing by themselves, but which rest on one of these. */
  resting(on: ReadonlySet<string>): ChecklistItem[] {
    return [...this.items.values()].filter(
      ({ id, dependsOn }) => !on.has(id) && dependsOn.some(({ item }) => on.has(item)),
    );
  }

  #judged() {
    if (this.#proposals !== undefined) return this.#proposals;
    const judged = this.#newest();
    if (!judged) {
      this.#proposals = null;
      return null;
    }
    const { db, checks } = this.#session;
    const { summary } = summaryOf(db, judged.judgement, checks);
    const of = (item: ChecklistItem) =>
      propose(
        item.checks.flatMap((id) => {
          const one = summary[id];
          const severity = one?.severity ?? checks.get(id)?.severity;
          return one && severity
            ? [{ severity, pass: one.counts.pass, fail: one.counts.fail, unknown: one.counts.unknown }]
            : [];
        }),
      );
    this.#proposals = { snapshot: judged.uuid, of };
    return this.#proposals;
  }

  #newest() {
    try {
      return this.#session.snapshot(this.#snapshot);
    } catch (error) {
      // Checklists are for engagements as well in which nothing was scanned.
      if (error instanceof FieldbookError && error.code === 'nothing-scanned') return null;
      throw error;
    }
  }
}
