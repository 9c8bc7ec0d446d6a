import type { CallContext } from '../../shared/contract/define.ts';
import { type ChecklistItem, sectionsOf } from '../../shared/model/checklist.ts';
import type { Answer } from '../../shared/model/records/answer.ts';
import { cannot } from '../cannot.ts';
import { answered, asValue, type Given } from '../checklists/answering.ts';
import { Book, wordsIn } from '../checklists/book.ts';
import { diffTemplates } from '../checklists/diff.ts';
import { maturity, maturityOf, partsOf } from '../checklists/maturity.ts';
import { searchItems } from '../checklists/search.ts';
import { standingOf } from '../checklists/standing.ts';
import { newerThan, templateWith } from '../checklists/upgrade.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { templateHandlers } from './checklist-templates.ts';

export const checklistsHandlers = (context: EngineContext): DomainHandlers<'checklists'> => {
  const book = (call: CallContext, snapshot?: string) =>
    new Book(context.session(), context.texts(call).language, snapshot);
  const by = () => ({
    who: context.session().engagement.consultant,
    at: context.session().now().toISOString(),
  });

  /** How far the checklists are; `newest`: of the newest snapshot. */
  const progressOf = (newest: Book, only?: ReadonlySet<string>) => {
    const { checklists } = newest;
    const parts = partsOf(context.session().records.all('answer'), checklists);
    return checklists.flatMap(({ id, template }) =>
      only && !only.has(id)
        ? []
        : [
            {
              checklist: id,
              answered: parts.filter((part) => part.checklist === id && part.state !== 'open').length,
              total: template.items.length,
              unreasoned: newest.unreasoned(id).length,
            },
          ],
    );
  };

  /** What has to be drawn anew: the items, those that rest on them, and the counts of their checklists. */
  const changedBy = (before: Book, items: readonly ChecklistItem[], call: CallContext) => {
    const also = before.resting(new Set(items.map(({ id }) => id)));
    const states = [...items, ...also].map((item) => before.state(item));
    return {
      items: states,
      progress: progressOf(book(call), new Set(states.map(({ checklist }) => checklist))),
    };
  };

  return {
    ...templateHandlers(context),

    adopt({ templates }) {
      const session = context.session();
      const chosen = templates.map((id) => templateWith(session, id));
      const adoptedAt = session.now().toISOString();
      const { step } = context.change('checklist.adopt', (changes) => {
        for (const template of chosen)
          if (!session.records.get('checklist', template.id))
            changes.put('checklist', { ...template, adoptedAt });
      });
      return { step };
    },

    drop({ checklist }, call) {
      book(call).checklist(checklist);
      const { step } = context.change('checklist.drop', (changes) => changes.remove('checklist', checklist));
      return { step };
    },

    diff({ checklist: id }, call) {
      const own = book(call);
      const before = own.checklist(id);
      const newer = newerThan(context.session(), before);
      const after = newer ?? before;
      const { added, removed, changed } = diffTemplates(before, after);
      const [old, now] = [own.words(before).items, own.words(after).items];
      return {
        from: before.template.version,
        to: after.template.version,
        newer: newer !== undefined,
        added: added.map((item) => ({ item, question: now[item]!.question })),
        removed: removed.map((item) => ({
          item,
          question: old[item]!.question,
          answered: own.answer(item) !== undefined,
        })),
        changed: changed.map(({ item, what, question }) => ({
          item,
          before: old[item]!.question,
          after: now[item]!.question,
          what,
          marked: question && own.answer(item) !== undefined,
        })),
      };
    },

    accept({ checklist: id }, call) {
      const own = book(call);
      const before = own.checklist(id);
      const after = newerThan(context.session(), before);
      if (!after) throw cannot('bad-input', 'checklists.upToDate');
      const marked = diffTemplates(before, after)
        .changed.filter(({ question }) => question)
        .flatMap(({ item }) => own.answer(item) ?? []);
      const { step } = context.change('checklist.accept', (changes) => {
        changes.put('checklist', { ...after, adoptedAt: before.adoptedAt });
        for (const answer of marked)
          changes.put('answer', { ...answer, changedSince: after.template.version });
      });
      return { step, marked: marked.length };
    },

    list(_, call) {
      const own = book(call);
      const progress = new Map(progressOf(own).map((one) => [one.checklist, one]));
      const checklists = own.checklists
        .map((checklist) => {
          const answers = checklist.template.items.flatMap(({ id }) => own.answer(id) ?? []);
          const { title, lead } = own.words(checklist);
          return {
            ...progress.get(checklist.id)!,
            title,
            lead,
            order: checklist.template.order,
            version: checklist.template.version,
            notApplicable: answers.filter(({ notApplicable }) => notApplicable).length,
            changed: answers.filter(({ changedSince }) => changedSince).length,
            newer: newerThan(context.session(), checklist)?.template.version ?? null,
          };
        })
        .sort((a, b) => a.order - b.order);
      const sum = (key: 'answered' | 'total' | 'unreasoned') =>
        checklists.reduce((total, one) => total + one[key], 0);
      return { checklists, answered: sum('answered'), total: sum('total'), unreasoned: sum('unreasoned') };
    },

    items({ checklist: id, snapshot }, call) {
      const own = book(call, snapshot);
      const checklist = own.checklist(id);
      const { title, lead, sections, items } = own.words(checklist);
      return {
        title,
        lead,
        snapshot: own.snapshot,
        sections: sectionsOf(checklist.template).map((section) => ({
          id: section,
          title: sections[section] ?? section,
        })),
        items: checklist.template.items.map((item) => ({
          item,
          words: items[item.id]!,
          state: own.state(item),
        })),
      };
    },

    answer({ item: id, snapshot, merge, ...given }, call) {
      const own = book(call, snapshot);
      const item = own.item(id);
      const { step } = context.change(
        'checklist.answer',
        (changes) => changes.put('answer', answered(own, item, given, by())),
        merge === undefined ? {} : { merge },
      );
      return { step, ...changedBy(own, [item], call) };
    },

    bulk({ items, set, snapshot }, call) {
      const own = book(call, snapshot);
      const given = (item: ChecklistItem): Given | 'clear' | undefined => {
        if ('clear' in set) return own.answer(item.id) ? 'clear' : undefined;
        if ('accept' in set) {
          const level = own.proposal(item)?.level ?? null;
          return level !== null && asValue(item, level) ? { accept: true } : undefined;
        }
        if (!('level' in set)) return set;
        const one = givenOf(item, asValue(item, set.level));
        const proposed = own.proposal(item)?.level ?? null;
        const overrides = proposed !== null && proposed !== set.level;
        return one && overrides && set.reason?.trim() ? { ...one, reason: set.reason.trim() } : one;
      };
      const chosen = items.map((id) => own.item(id));
      const possible = chosen.flatMap((item) => {
        const one = given(item);
        return one === undefined ? [] : [{ item, one }];
      });
      const { step } = context.change('checklist.bulk', (changes) => {
        for (const { item, one } of possible)
          if (one === 'clear') changes.remove('answer', item.id);
          else changes.put('answer', answered(own, item, one, by()));
      });
      return {
        step,
        left: chosen.length - possible.length,
        ...changedBy(
          own,
          possible.map(({ item }) => item),
          call,
        ),
      };
    },

    search({ text, limit }, call) {
      const own = book(call);
      const found = searchItems(own, text);
      return {
        total: found.length,
        found: found.slice(0, limit).map((item) => {
          const checklist = own.home(item);
          return {
            item,
            checklist: checklist.id,
            title: own.words(checklist).title,
            question: own.wordsOf(item).question,
          };
        }),
      };
    },

    maturity({ milestone }, call) {
      const { language } = context.texts(call);
      const { answers, checklists, targets } = standingOf(context.session(), milestone);
      const report = maturityOf(answers, checklists, targets);
      const titles = new Map(checklists.map((one) => [one.id, wordsIn(one, language).title]));
      return {
        ...report,
        checklists: report.checklists.map((one) => ({ ...one, title: titles.get(one.checklist)! })),
      };
    },

    computed({ milestone, dimension, value, checklist }, call) {
      const { language } = context.texts(call);
      const { answers, checklists } = standingOf(context.session(), milestone);
      const words = new Map(checklists.map((one) => [one.id, wordsIn(one, language).items]));
      const parts = partsOf(answers, checklists)
        .filter((part) => checklist === undefined || part.checklist === checklist)
        .filter((part) => dimension === undefined || part.of[dimension] === value)
        .sort((a, b) => b.weight - a.weight);
      const counted = parts.filter(({ state }) => state === 'counted');
      return {
        ...maturity(parts),
        points: counted.reduce((sum, part) => sum + part.weight * part.level!, 0),
        weight: counted.reduce((sum, part) => sum + part.weight, 0),
        parts: parts.map(({ of: _, ...part }) => ({
          ...part,
          question: words.get(part.checklist)![part.item]!.question,
        })),
      };
    },

    setTargets({ targets }) {
      const { step } = context.change('checklist.targets', (changes) => {
        for (const { id, percent } of targets)
          if (percent === null) changes.remove('maturity-target', id);
          else changes.put('maturity-target', { id, percent });
      });
      return { step };
    },
  };
};

/** A value in the item's own way, as a call gives it. */
function givenOf(item: ChecklistItem, value: Partial<Answer> | undefined): Given | undefined {
  if (!value) return undefined;
  return item.kind === 'choice' ? { choice: value.choice } : { level: value.level };
}
