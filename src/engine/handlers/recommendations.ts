import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CallContext } from '../../shared/contract/define.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { followed } from '../evidence/follow.ts';
import { asWriteError } from '../exchange/write-table.ts';
import {
  adopted,
  asEntry,
  edited,
  entryOf,
  imported,
  kept,
  mergedOf,
  pulled,
  written,
} from '../recommendations/change.ts';
import { refuseCircle } from '../recommendations/circle.ts';
import { entriesIn, isOfEntry, refuseMerged, takenUnder } from '../recommendations/entries.ts';
import { readEntryFile } from '../recommendations/entry-file.ts';
import { codeByFile, library } from '../recommendations/library.ts';
import { findAction, recordOf, situationOf } from '../recommendations/situation.ts';
import { together } from '../recommendations/tally.ts';
import { toDetail, toRow, wordsOfAction } from '../recommendations/view.ts';
import { wordsIn } from '../recommendations/words.ts';
import type { ActionsOf } from '../records/actions.ts';
import { type Texts, textsOf } from '../texts.ts';

export const recommendationsHandlers = (context: EngineContext): DomainHandlers<'recommendations'> => {
  const record = (id: string, call: CallContext) => recordOf(context.session(), id, context.texts(call));
  const put = (
    what: ActionsOf<'recommendation'>,
    change: RecommendationRecord | RecommendationRecord[],
    merge?: string,
  ) => {
    const { step } = context.change(
      what,
      (changes) => {
        for (const one of [change].flat()) changes.put('recommendation', one);
      },
      merge === undefined ? {} : { merge },
    );
    return { step };
  };
  const newest = (snapshot: string | undefined) =>
    situationOf(context.session(), snapshot).judged?.uuid ?? null;

  const knownChecks = (ids: readonly string[]) => {
    const unknown = ids.filter((id) => !context.session().checks.has(id));
    if (unknown.length > 0) throw cannot('bad-input', 'checks.unknown', { checks: unknown.join(', ') });
  };
  const noCircle = (id: string, prerequisites: readonly string[], texts: Texts) => {
    const { actions } = situationOf(context.session(), undefined);
    const standing = (named: string) =>
      actions.find((one) => one.id === named || (one.record && entriesIn(one.record).includes(named)));
    const idOf = (named: string) => standing(named)?.id ?? named;
    const titleOf = (named: string) => {
      const action = standing(named);
      return action ? wordsOfAction(action, texts).title : named;
    };
    refuseCircle(idOf(id), prerequisites.map(idOf), actions, titleOf, texts);
  };

  return {
    list({ snapshot }, call) {
      const situation = situationOf(context.session(), snapshot);
      const texts = context.texts(call);
      const forSome = situation.actions.filter(({ state }) => state !== 'dismissed');
      return {
        actions: situation.actions.map((action) => toRow(action, situation, texts)),
        findings: {
          all: together([...situation.failing.keys()], situation.failing).total,
          uncovered: uncovered(situation.failing, new Set(forSome.flatMap(({ checks }) => checks))),
        },
      };
    },
    get({ snapshot, id }, call) {
      const session = context.session();
      const situation = situationOf(session, snapshot);
      const texts = context.texts(call);
      return toDetail(findAction(situation, id, texts), situation, session, texts);
    },
    adopt({ snapshot, library }, call) {
      const since = newest(snapshot);
      const all = context.session().records.all('recommendation');
      const taken = new Set(all.flatMap(entriesIn));
      const records = [...new Set(library)]
        .map(entryOf)
        .filter(({ id }) => !taken.has(id))
        .map((entry) => adopted(entry, since));
      if (records.length === 0) {
        for (const id of library) refuseMerged(all, id, context.texts(call));
        throw cannot('bad-input', 'recommendations.adopted');
      }
      return { ...put('recommendation.adopt', records), ids: records.map(({ id }) => id) };
    },
    write({ snapshot, ...own }, call) {
      knownChecks(own.checks);
      const one = written(own, own.language ?? context.texts(call).language, newest(snapshot));
      return { ...put('recommendation.write', one), id: one.id };
    },
    edit(edit, call) {
      const texts = edit.language ? textsOf(edit.language) : context.texts(call);
      knownChecks(edit.checks ?? []);
      if (edit.prerequisites) noCircle(edit.id, edit.prerequisites, texts);
      return put(
        'recommendation.edit',
        edited(record(edit.id, call), edit, texts),
        `edit ${edit.id} ${texts.language}`,
      );
    },
    accept({ id, acceptance, met }, call) {
      const one = record(id, call);
      return put('recommendation.accept', {
        ...one,
        acceptance: one.acceptance.map((each) => (each.id === acceptance ? { ...each, met } : each)),
      });
    },
    merge({ snapshot, ids }, call) {
      const situation = situationOf(context.session(), snapshot);
      const since = situation.judged?.uuid ?? null;
      const [first, ...others] = [...new Set(ids)].map((id) => {
        const action = findAction(situation, id, context.texts(call));
        return action.record ?? adopted(action.entry!, since);
      });
      const one = mergedOf([first!, ...others]);
      const { step } = context.change('recommendation.merge', (changes) => {
        changes.put('recommendation', one);
        for (const other of others) changes.remove('recommendation', other.id);
        const gone = new Set(others.map(({ id }) => id));
        for (const piece of followed(context.session().records.all('evidence'), { gone, into: one.id }))
          changes.put('evidence', piece);
      });
      return { step, id: one.id };
    },
    dismiss({ ids, reason }, call) {
      const texts = context.texts(call);
      const all = context.session().records.all('recommendation');
      const records = new Set(
        [...new Set(ids)].map(
          (id) => takenUnder(all, id, texts) ?? { ...adopted(entryOf(id), null), wasProposal: true },
        ),
      );
      return put(
        'recommendation.dismiss',
        [...records].map((one) => ({ ...one, dismissed: reason })),
      );
    },
    restore({ id }, call) {
      const one = record(id, call);
      // What the library proposes needs no record, unless somebody has worked on it.
      if (one.wasProposal && Object.keys(one.words).length === 0) {
        const { step } = context.change('recommendation.restore', (changes) =>
          changes.remove('recommendation', id),
        );
        return { step };
      }
      return put('recommendation.restore', { ...one, dismissed: null, wasProposal: false });
    },
    pull: ({ id }, call) => put('recommendation.pull', pulled(record(id, call))),
    keep: ({ id }, call) => put('recommendation.keep', kept(record(id, call))),
    async exportEntry({ id, path }, call) {
      const target = resolve(path);
      const text = `${JSON.stringify(asEntry(record(id, call), context.session().records.all('recommendation')), null, 2)}\n`;
      try {
        await writeFile(target, text, { mode: 0o600 });
      } catch (error) {
        throw asWriteError(error, target);
      }
      return { path: target };
    },
    importEntry({ snapshot, name, text, existing }, call) {
      const session = context.session();
      const texts = context.texts(call);
      const records = session.records.all('recommendation');
      const known = {
        checks: new Set(session.checks.keys()),
        entries: new Set([...library().byId.keys(), ...records.flatMap(entriesIn)]),
        code: codeByFile(),
      };
      const file = readEntryFile(name, text, known, texts);
      const before = records.find((one) => isOfEntry(one, file.entry.id));
      if (before && !existing) return { exists: { id: before.id, title: wordsIn(before, texts).title } };
      const one = imported(file, newest(snapshot), existing === 'replace' ? before : undefined);
      // The others know it by its record or by the entry that it came from.
      noCircle(before && existing === 'replace' ? before.id : file.entry.id, one.prerequisites, texts);
      return { ...put('recommendation.import', one), id: one.id, title: wordsIn(one, texts).title };
    },
    counts({ snapshot }) {
      const session = context.session();
      const adopted = session
        .documents('recommendation', snapshot === undefined ? {} : session.snapshot(snapshot))
        .filter(({ dismissed }) => dismissed === null);
      const planned = adopted.filter(({ plan }) => plan.horizon !== null && plan.horizon !== 'done');
      return { adopted: adopted.length, planned: planned.length };
    },
  };
};

const uncovered = (failing: ReadonlyMap<string, { total: number }>, covered: ReadonlySet<string>): number =>
  Array.from(failing).reduce((sum, [check, { total }]) => sum + (covered.has(check) ? 0 : total), 0);
